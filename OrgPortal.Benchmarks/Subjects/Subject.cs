using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>A process that is measured, seen from the one that measures.</summary>
internal sealed class Subject : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private Subject(Process process, TimeSpan startedAfter, string[] introduction) =>
        (_process, StartedAfter, Address, Facts) = (process, startedAfter, new Uri(introduction[0]), introduction[1..]);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What else it said of itself.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>How long it took from the start of the process until it said that it listens.</summary>
    public TimeSpan StartedAfter { get; }

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that it has resident. Bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Memory that it has resident and that no file stands for: heap, stacks, code the runtime has compiled. Bytes; <see langword="null"/> where the system does not say.</summary>
    public long? Anonymous
    {
        get
        {
            var rollup = $"/proc/{_process.Id}/smaps_rollup";
            return File.Exists(rollup) && File.ReadLines(rollup).FirstOrDefault(line => line.StartsWith("Anonymous:", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024
                : null;
        }
    }

    /// <summary>Starts it, ready to be loaded, and waits until it listens.</summary>
    /// <param name="name">One of <see cref="SubjectHost"/>'s.</param>
    /// <param name="settings">What it is told.</param>
    public static Task<Subject> StartAsync(string name, params string[] settings) => StartAsync(
        typeof(Subject).Assembly.Location,
        [SubjectHost.Argument, name, .. settings],
        // What is called often is compiled well at once, and not when a busy machine gets round to it. The collector is set up as each program's own is when it is published.
        [("DOTNET_TC_CallCountingDelayMs", "0"), ("DOTNET_gcServer", "1"), ("DOTNET_GCDynamicAdaptationMode", name == SubjectHost.Portal ? "0" : "1")],
        introduction => introduction);

    /// <summary>Starts a program that was published, as the image does, and waits until it listens. It cannot be asked anything.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="introduce">Finds what it says of itself in a line that it writes; <see langword="null"/> for a line that tells nothing of it.</param>
    public static async Task<Subject> StartPublishedAsync(string program, string[] arguments, Func<string, string?> introduce)
    {
        var subject = await StartAsync(program, arguments, [("DOTNET_EnableDiagnostics", "0")], introduce);
        // What it logs later must not fill the pipe, and wait there.
        _ = subject._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return subject;
    }

    private static async Task<Subject> StartAsync(string program, string[] arguments, (string Name, string Value)[] environment, Func<string, string?> introduce)
    {
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Neither Development's pages nor its checks of scopes.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Benchmark";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        string? introduction = null;
        while (introduction is null)
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"{string.Join(' ', arguments)} did not start.");
            introduction = introduce(line);
        }

        return new Subject(process, Stopwatch.GetElapsedTime(began), introduction.Split(' '));
    }

    /// <summary>An address of this machine on which nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Tells it something.</summary>
    /// <returns>Its answer.</returns>
    public async Task<string> AskAsync(params string[] words)
    {
        await _turn.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(string.Join(' ', words));
            await _process.StandardInput.FlushAsync();
            return await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"It ended instead of answering {words[0]}.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks for a number.</summary>
    public async Task<long> CountAsync(params string[] words) => long.Parse(await AskAsync(words), CultureInfo.InvariantCulture);

    /// <summary>How often its collector has paused it so far, and for how long in all.</summary>
    public async Task<(int Count, TimeSpan Elapsed)> CountPausesAsync()
    {
        var words = (await AskAsync(SubjectHost.Pauses)).Split(' ');
        return (int.Parse(words[0], CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(long.Parse(words[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _turn.Dispose();
    }
}
