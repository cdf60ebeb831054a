using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Web.Hosting;

/// <summary>The addresses that the portal is told to listen on (key <c>Urls</c>), as addresses that can be opened.</summary>
internal static class ListenAddresses
{
    /// <summary>Reads them; wildcard hosts read as <c>localhost</c>.</summary>
    public static IReadOnlyList<Uri> Read(IConfiguration configuration) => [.. Texts(configuration).Select(ReadOne).OfType<Uri>()];

    /// <summary>What stands among them and is no address.</summary>
    public static IReadOnlyList<string> Unreadable(IConfiguration configuration) => [.. Texts(configuration).Where(text => ReadOne(text) is null && !IsSocketOrPipe(text))];

    /// <summary>Why nobody else may listen there, as the middle of a sentence that goes on with what to do; <see langword="null"/> when the port is free.</summary>
    /// <remarks>Asked before the start, because the server's own refusal comes with a stack trace.</remarks>
    public static string? ObstacleAt(Uri url)
    {
        if (url.Port == 0)
        {
            return null;
        }

        return ObstacleAt(IPAddress.Loopback, url.Port) ?? (Socket.OSSupportsIPv6 ? ObstacleAt(IPAddress.IPv6Loopback, url.Port) : null);
    }

    private static string? ObstacleAt(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            // Anything else, such as a machine without IPv6, is the server's to judge.
            return exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "the port is in use. End what listens there",
                SocketError.AccessDenied => $"the user '{Environment.UserName}' may not listen on this port. Allow it",
                _ => null,
            };
        }
    }

    private static string[] Texts(IConfiguration configuration) =>
        (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Uri? ReadOne(string text)
    {
        var named = text.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new Uri(named) : null;
    }

    private static bool IsSocketOrPipe(string text) =>
        text.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://pipe:", StringComparison.OrdinalIgnoreCase);
}
