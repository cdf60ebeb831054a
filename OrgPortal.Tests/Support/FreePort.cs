using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Tests.Support;

/// <summary>
/// Ports for servers that are told theirs before they start. They lie below those that the system gives to connections (32768 and up): one of those can be
/// taken by any connection between the moment it was found free and the moment its server listens.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Runs beside each other begin at different places.
    private static int _last = Random.Shared.Next(Count);

    /// <summary>One that nobody listens on, and that nobody in this run is given again for a long time.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
