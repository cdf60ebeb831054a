using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>
/// Logto can be expected to call the portal's address. It refuses loopback and private addresses unless it was told otherwise where it runs, which cannot be
/// seen from here; nor can what name servers tell Logto, or whether a network lets it through.
/// </summary>
internal sealed class BackchannelDelivery(PortalAddress portal, IOptions<LogtoOptions> logto) : ITenantCheck
{
    /// <summary>Loopback, private, shared and link-local, and what is in none of the networks that are routed.</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "::/127", "fc00::/7", "fe80::/10" }.Select(IPNetwork.Parse),
    ];

    public string Id => CheckIds.BackchannelDelivery;

    public IReadOnlyList<string> Needs => [CheckIds.BackchannelAddress];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var host = portal.Origin.IdnHost;
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
            return !addresses.Any(IsNotPublic) ? CheckOutcome.Pass("public", host)
                : logto.Value.Endpoint!.Host.EndsWith(".logto.app", StringComparison.OrdinalIgnoreCase) ? CheckOutcome.Fail("cloud", host)
                : CheckOutcome.Warn("private", host);
        }
        catch (SocketException)
        {
            return CheckOutcome.Warn("unknown", host);
        }
    }

    private static bool IsNotPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return NotPublic.Any(network => network.Contains(plain));
    }
}
