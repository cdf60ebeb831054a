using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Web.Hosting;

/// <summary>The addresses that the portal is told to listen on (key <c>Urls</c>), as addresses that can be opened.</summary>
internal static class ListenAddresses
{
    /// <summary>Reads them; wildcard hosts read as <c>localhost</c>.</summary>
    public static IReadOnlyList<Uri> Read(IConfiguration configuration) =>
    [
        .. from text in (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           let named = text.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
               .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal)
           where Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
           select new Uri(named),
    ];

    /// <summary>Whether somebody listens there already. Asked before the start, because the server's own refusal comes with a stack trace.</summary>
    public static bool IsTaken(Uri url)
    {
        if (url.Port == 0)
        {
            return false;
        }

        return IsTaken(IPAddress.Loopback, url.Port) || (Socket.OSSupportsIPv6 && IsTaken(IPAddress.IPv6Loopback, url.Port));
    }

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException exception)
        {
            // Anything else, such as a machine without IPv6, is the server's to judge.
            return exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}
