using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Web.Outbound;

/// <summary>
/// Which addresses are the Internet's: what somebody else chose may lead nowhere else. Of IPv4 all but the special-purpose blocks; of IPv6 only global unicast
/// without those blocks in it, so that whatever carries an IPv4 address inside (mapped, translated, tunnelled) is outside.
/// </summary>
internal static class PublicNetworks
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Looks like any other, but is what a virtual machine in Azure asks about itself.
            "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether the address is the Internet's.</summary>
    public static bool Contain(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(address) && !Special.Any(network => network.Contains(address)),
        _ => false,
    };
}
