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
    /// <param name="trusts">Whether the deployer named a host and port as their own: those may be inside.</param>
    public SocketsHttpHandler CreateHandler(Func<string, int, bool> trusts) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, trusts, cancellationToken),
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = LargestHeadersInKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PreAuthenticate = false,
        UseCookies = false,
        UseProxy = false,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, Func<string, int, bool> trusts, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await lookup(host, cancellationToken);
        // In a network that translates, a host has both a public address and one of the translator: the public one will do.
        var allowed = trusts(host, port) ? found : [.. found.Where(PublicNetworks.Contain)];
        if (allowed is [])
        {
            throw new InsideAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isConnected = false;
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
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
