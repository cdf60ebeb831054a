using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrgPortal.Web.Outbound;

/// <summary>Requests to hosts that somebody else chose.</summary>
internal static class OutboundServiceCollectionExtensions
{
    /// <summary>Registers the room; more than once does no harm.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton<HostLookup>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<GuardedConnections>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IOutboundPosts, OutboundPosts>();
        services.TryAddSingleton<IDocumentFetcher, DocumentFetcher>();
        return services;
    }
}
