using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrgPortal.Web.Outbound;

/// <summary>Requests to hosts that somebody else chose.</summary>
internal static class OutboundServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton<HostLookup>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<GuardedConnections>();
        services.TryAddSingleton<IOutboundPosts, OutboundPosts>();
        return services;
    }
}
