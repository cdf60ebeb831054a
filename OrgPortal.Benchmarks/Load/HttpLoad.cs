using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace OrgPortal.Benchmarks.Load;

/// <summary>
/// Asks over a number of connections, each for the next thing as soon as it has its answer, from one thread, as wrk does: what the load costs is taken from what
/// it measures. What is asked is written once; an answer is read to its last byte, and nothing but its status is looked at.
/// </summary>
internal static class HttpLoad
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Loads an address.</summary>
    /// <param name="address">Where.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="duration">How long.</param>
    /// <param name="request">What a connection asks for: its number from 0, and how often it has asked before.</param>
    /// <exception cref="TimeoutException">Nobody was answered for a minute.</exception>
    public static Task<LoadResult> RunAsync(Uri address, int connections, TimeSpan duration, Func<int, int, byte[]> request) => Task.Factory.StartNew(
        () =>
        {
            var asking = new List<Asking>(connections);
            try
            {
                for (var number = 0; number < connections; number++)
                {
                    asking.Add(new Asking(HttpConnection.Open(address), number, request));
                }

                return Run(asking, duration);
            }
            finally
            {
                asking.ForEach(one => one.Connection.Dispose());
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>A GET as it goes over the wire.</summary>
    public static byte[] Get(Uri address, string path, string? token) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n{(token is null ? string.Empty : $"Authorization: Bearer {token}\r\n")}\r\n");

    /// <summary>A POST of JSON as it goes over the wire.</summary>
    public static byte[] Post(Uri address, string path, string token, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nAuthorization: Bearer {token}\r\n\r\n{json}");

    private static LoadResult Run(List<Asking> asking, TimeSpan duration)
    {
        var waiting = asking.ToDictionary(one => one.Connection.Socket);
        var (latencies, failures, began) = (new List<double>(), 0, Stopwatch.GetTimestamp());
        asking.ForEach(one => one.Ask());
        var ready = new List<Socket>(asking.Count);
        while (waiting.Count > 0)
        {
            ready.AddRange(waiting.Keys);
            Socket.Select(ready, null, null, Patience);
            if (ready.Count == 0)
            {
                throw new TimeoutException("Nobody answers.");
            }

            foreach (var socket in ready)
            {
                var one = waiting[socket];
                if (one.Connection.Receive() is not { } status)
                {
                    continue;
                }

                if (status is >= 200 and < 300)
                {
                    latencies.Add(Stopwatch.GetElapsedTime(one.AskedAt).TotalMilliseconds);
                }
                else
                {
                    failures++;
                }

                if (Stopwatch.GetElapsedTime(began) < duration)
                {
                    one.Ask();
                }
                else
                {
                    waiting.Remove(socket);
                }
            }

            ready.Clear();
        }

        return new LoadResult(latencies, failures, Stopwatch.GetElapsedTime(began));
    }

    private sealed class Asking(HttpConnection connection, int number, Func<int, int, byte[]> request)
    {
        private int _asked;

        public HttpConnection Connection => connection;

        public long AskedAt { get; private set; }

        public void Ask()
        {
            AskedAt = Stopwatch.GetTimestamp();
            connection.Send(request(number, _asked++));
        }
    }
}
