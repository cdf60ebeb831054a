using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace OrgPortal.Web.Hosting;

/// <summary>How often a client may ask for what anybody may ask for and what costs calls to Logto. Counted in this process, by the client's network.</summary>
internal static class RateLimits
{
    /// <summary>Pages with a secret address, from one network in a minute: far more than a whole office needs, too few to be of use to a guesser.</summary>
    public const int SecretAddressesAMinute = 120;

    private const int NetworkBytes = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Holds to it. Endpoints without a limit, most of them, are not asked about further.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) => app.UseWhen(context => LimitOf(context.GetEndpoint()) is not null, limited => limited.UseRateLimiter());

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string Network, int Limit)>(context =>
            LimitOf(context.GetEndpoint()) is not { } limit
                ? RateLimitPartition.GetNoLimiter((string.Empty, 0))
                : RateLimitPartition.GetFixedWindowLimiter((NetworkOf(context.Connection.RemoteIpAddress), limit), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limit,
                    Window = Window,
                }));
    });

    // What has the same limit is counted together.
    private static int? LimitOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<SecretAddressAttribute>() is not null ? SecretAddressesAMinute : endpoint?.Metadata.GetMetadata<RequestsPerMinuteAttribute>()?.Count;

    // Whoever has one address of IPv6 has the whole /64.
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "unknown";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes));
    }
}
