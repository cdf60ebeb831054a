using System.Diagnostics;
using System.Net;
using System.Text;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Circuits;

/// <summary>A page of members in an application, whose circuits are measured.</summary>
/// <param name="name">What it is called in what is printed.</param>
/// <param name="process">The application.</param>
/// <param name="page">The page.</param>
/// <param name="cookies">Who looks at it, as a header; empty for nobody.</param>
/// <param name="turn">Shows another page of members; the number says which.</param>
internal sealed class CircuitCandidate(string name, Subject process, Uri page, string cookies, Func<Circuit, int, Task<TimeSpan>> turn) : IDisposable
{
    /// <summary>What only rows have in them: every person that both applications are filled with has an address of this domain.</summary>
    public const string InRows = "@many.example";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>The application.</summary>
    public Subject Process => process;

    /// <summary>Opens the page as a browser does: its HTML, then its circuit.</summary>
    public async Task<Circuit> OpenAsync() => await OpenAsync(await ReadAsync());

    /// <summary>Opens the circuit of a page that was read.</summary>
    public Task<Circuit> OpenAsync(string html) => Circuit.OpenAsync(InteractivePage.Read(page, html), cookies, Encoding.UTF8.GetBytes(InRows));

    /// <summary>Reads the page: its HTML.</summary>
    public async Task<string> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Accept", "text/html");
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens many, some at the same time.</summary>
    /// <returns>They, and how long it took.</returns>
    public async Task<(IReadOnlyList<Circuit> Circuits, TimeSpan Elapsed)> OpenAsync(int count, int atOnce)
    {
        var circuits = new Circuit[count];
        var (next, began) = (-1, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int mine; (mine = Interlocked.Increment(ref next)) < count;)
            {
                circuits[mine] = await OpenAsync();
            }
        })));
        return (circuits, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Shows another page of members.</summary>
    /// <returns>From the act until the rows were rendered.</returns>
    public Task<TimeSpan> TurnAsync(Circuit circuit, int number) => turn(circuit, number);

    /// <summary>Closes them, some at the same time.</summary>
    public static Task CloseAsync(IEnumerable<Circuit> circuits) => Parallel.ForEachAsync(circuits, new ParallelOptions { MaxDegreeOfParallelism = 16 }, (circuit, _) => circuit.DisposeAsync());

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
