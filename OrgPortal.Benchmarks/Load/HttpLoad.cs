using System.Diagnostics;
using System.Text;

namespace OrgPortal.Benchmarks.Load;

/// <summary>
/// Asks over a number of connections, each for the next thing as soon as it has its answer, as wrk does. What is asked is written once; an answer is read to its
/// last byte and is not looked into.
/// </summary>
internal static class HttpLoad
{
    /// <summary>Loads an address.</summary>
    /// <param name="address">Where.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="duration">How long.</param>
    /// <param name="request">What a connection asks for: its number from 0, and how often it has asked before.</param>
    public static async Task<LoadResult> RunAsync(Uri address, int connections, TimeSpan duration, Func<int, int, byte[]> request)
    {
        var open = new HttpConnection[connections];
        try
        {
            for (var i = 0; i < connections; i++)
            {
                open[i] = await HttpConnection.OpenAsync(address);
            }

            var began = Stopwatch.GetTimestamp();
            var end = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
            var answers = await Task.WhenAll(open.Select((connection, number) => Task.Run(() => AskAsync(connection, number, end, request))));
            return new LoadResult(answers.SelectMany(one => one.Latencies), answers.Sum(one => one.Failures), Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            foreach (var connection in open)
            {
                connection?.Dispose();
            }
        }
    }

    /// <summary>A GET as it goes over the wire.</summary>
    public static byte[] Get(Uri address, string path, string? token) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n{(token is null ? string.Empty : $"Authorization: Bearer {token}\r\n")}\r\n");

    /// <summary>A POST of JSON as it goes over the wire.</summary>
    public static byte[] Post(Uri address, string path, string token, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nAuthorization: Bearer {token}\r\n\r\n{json}");

    private static async Task<(List<double> Latencies, int Failures)> AskAsync(HttpConnection connection, int number, long end, Func<int, int, byte[]> request)
    {
        var (latencies, failures) = (new List<double>(), 0);
        for (var asked = 0; Stopwatch.GetTimestamp() < end; asked++)
        {
            var sent = Stopwatch.GetTimestamp();
            var status = await connection.AskAsync(request(number, asked));
            if (status is >= 200 and < 300)
            {
                latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
            else
            {
                failures++;
            }
        }

        return (latencies, failures);
    }
}
