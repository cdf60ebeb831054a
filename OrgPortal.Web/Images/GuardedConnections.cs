using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Web.Images;

/// <summary>
/// Connections to hosts that somebody else chose. Names are resolved here and the socket goes to an address that was looked at, so a name that answers
/// differently the second time gains nothing. No proxy, no cookies, no credentials, no redirects followed unseen, nothing told about the portal's own traces.
/// </summary>
internal sealed class GuardedConnections(PictureAddress addresses, HostLookup lookup)
{
    private const int LargestHeadersInKilobytes = 16;

    /// <summary>A handler whose every connection is guarded.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = ConnectAsync,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = LargestHeadersInKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PreAuthenticate = false,
        UseCookies = false,
        UseProxy = false,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await lookup(host, cancellationToken);
        // In a network that translates, a host has both a public address and one of the translator: the public one will do.
        var allowed = addresses.Trusts(host, port) ? found : [.. found.Where(PublicNetworks.Contain)];
        if (allowed is [])
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
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
