using System.Globalization;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>One run of a figure: how long and how often is measured, and what was started for it.</summary>
internal sealed class FigureRun : IAsyncDisposable
{
    private readonly List<Subject> _started = [];
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("orgportal-bench-");

    private FigureRun(IReadOnlyDictionary<string, double> options) => Options = options;

    /// <summary>Options of the command line, such as <c>--rounds 5</c>, by their names without dashes.</summary>
    public IReadOnlyDictionary<string, double> Options { get; }

    /// <summary>Interleaved rounds.</summary>
    public int Rounds => (int)Option("rounds", 5);

    /// <summary>How long each subject is loaded in each round.</summary>
    public TimeSpan Window => TimeSpan.FromSeconds(Option("seconds", 6));

    /// <summary>How long each is loaded before the first round.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Option("warmup", 5));

    /// <summary>Measures a figure.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Figure figure, IReadOnlyList<string> arguments)
    {
        if (Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync("Options are written as --name number, such as --rounds 5 --seconds 6.");
            return 2;
        }

        await using var run = new FigureRun(options);
        Console.WriteLine(figure.About);
        Console.WriteLine($"{Environment.ProcessorCount} cores, shared by what is measured, what it calls and what loads it; .NET {Environment.Version}; {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC; load {LoadAverage()}");
        await figure.RunAsync(run);
        return 0;
    }

    /// <summary>An option of the command line.</summary>
    public double Option(string name, double otherwise) => Options.GetValueOrDefault(name, otherwise);

    /// <summary>Starts a process to be measured; it ends with this run.</summary>
    /// <param name="name">One of <see cref="SubjectHost"/>'s.</param>
    /// <param name="settings">What it is told.</param>
    public async Task<Subject> StartAsync(string name, params string[] settings)
    {
        var subject = await Subject.StartAsync(name, settings);
        _started.Add(subject);
        return subject;
    }

    /// <summary>Starts a program that was published, to be measured; it ends with this run.</summary>
    /// <inheritdoc cref="Subject.StartPublishedAsync" />
    public async Task<Subject> StartPublishedAsync(string program, string[] arguments, Func<string, string?> introduce)
    {
        var subject = await Subject.StartPublishedAsync(program, arguments, introduce);
        _started.Add(subject);
        return subject;
    }

    /// <summary>Starts a Logto with one large organization.</summary>
    /// <param name="members">How many belong to it.</param>
    /// <param name="portal">Where the portal will be, for signing in and out.</param>
    /// <param name="paced">Whether it takes as long, and lets through as many calls, as a real one was measured to: 7 ms, 390 in a second.</param>
    /// <param name="writes">How many changes it takes, as the emulator's option of this name says; all without it.</param>
    public Task<Subject> StartLogtoAsync(int members, Uri? portal = null, bool paced = false, string? writes = null) => StartAsync(
        SubjectHost.Logto,
        [
            "--members", members.ToString(CultureInfo.InvariantCulture),
            .. portal is null ? [] : new[] { "--portal", portal.AbsoluteUri },
            .. paced ? ["--latency", "7:2", "--calls-per-second", "390"] : Array.Empty<string>(),
            .. writes is null ? [] : new[] { "--writes", writes },
        ]);

    /// <summary>Starts a portal in front of a Logto, on a store of its own.</summary>
    public Task<Subject> StartPortalAsync(Subject logto, Uri address, params string[] settings)
    {
        var folder = _files.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        return StartAsync(SubjectHost.Portal, ["--Urls", Origin(address), "--Portal:PublicUrl", Origin(address), "--Portal:DataFolder", folder, "--Logto:Endpoint", Origin(logto.Address), .. settings]);
    }

    /// <summary>Ends a process before the run does, as a crash does.</summary>
    public async Task KillAsync(Subject subject)
    {
        _started.Remove(subject);
        await subject.KillAsync();
        await subject.DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var subject in Enumerable.Reverse(_started))
        {
            await subject.DisposeAsync();
        }

        _files.Delete(recursive: true);
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static Dictionary<string, double>? Read(IReadOnlyList<string> arguments)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count
                || !double.TryParse(arguments[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            read[arguments[i][2..]] = value;
        }

        return read;
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
