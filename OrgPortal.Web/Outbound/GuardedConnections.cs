using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Web.Outbound;

/// <summary>
/// Connections to hosts that somebody else chose. Names are resolved here and the socket goes to an address that was looked at, so a name that answers
/// differently the second time gains nothing. No proxy, no cookies, no credentials, no redirects followed unseen, nothing told about the portal's own traces.
/// </summary>
internal sealed class GuardedConnections(HostLookup lookup)
{
    private const int LargestHeadersInKilobytes = 16;

    /// <summary>A handler whose every connection is guarded.</summary>
    /// <param name="trusts">Whether whoever runs the portal named this host and port, wherever it leads.</param>
    /// <param name="mostForOneHost">How many connections one host gets at once.</param>
    public SocketsHttpHandler CreateHandler(Func<string, int, bool> trusts, int mostForOneHost) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, trusts, cancellationToken),
        MaxConnectionsPerServer = mostForOneHost,
        MaxResponseHeadersLength = LargestHeadersInKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PreAuthenticate = false,
        UseCookies = false,
        UseProxy = false,
    };

    /// <summary>The addresses of a host that a connection may go to; none when it has none that is the Internet's.</summary>
    /// <exception cref="SocketException">The name leads nowhere.</exception>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public async Task<IPAddress[]> FindAsync(string host, bool isTrusted, CancellationToken cancellationToken)
    {
        var found = await lookup(host, cancellationToken);
        // In a network that translates, a host has both a public address and one of the translator: the public one will do.
        return isTrusted ? found : [.. found.Where(PublicNetworks.Contain)];
    }

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<string, int, bool> trusts, CancellationToken cancellationToken)
    {
        var allowed = await FindAsync(to.Host, trusts(to.Host, to.Port), cancellationToken);
        if (allowed is [])
        {
            throw new NoPublicAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isConnected = false;
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellationToken);
            isConnected = true;
            return new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (!isConnected)
            {
                socket.Dispose();
            }
        }
    }
}
