using System.Globalization;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>
/// What the program is in a process that is measured: <c>host portal|logto|naive|stock SETTINGS</c>. It says when it is ready, answers each line that it is told
/// with one, and ends when nothing more can be told. So nothing that is measured has a door that it would not have otherwise.
/// </summary>
internal static class SubjectHost
{
    /// <summary>The first argument that makes the program such a process.</summary>
    public const string Argument = "host";

    /// <summary>OrgPortal.</summary>
    public const string Portal = "portal";

    /// <summary>The emulator of Logto.</summary>
    public const string Logto = "logto";

    /// <summary>An API as templates make them: JwtBearer and one endpoint.</summary>
    public const string Naive = "naive";

    /// <summary>A page as MudBlazor's documentation shows them: a data grid with a pager.</summary>
    public const string Stock = "stock";

    /// <summary>The bytes that live on the heap after everything else was collected.</summary>
    public const string Heap = "heap";

    /// <summary>The bytes allocated since the start.</summary>
    public const string Allocated = "allocated";

    /// <summary>How often the collector has paused it since the start, and for how many milliseconds in all.</summary>
    public const string Pauses = "pauses";

    /// <summary>Runs until standard input ends.</summary>
    public static async Task RunAsync(string name, string[] settings)
    {
        await using ISubject subject = name switch
        {
            Portal => await PortalSubject.StartAsync(settings),
            Logto => await LogtoSubject.StartAsync(settings),
            Naive => await NaiveSubject.StartAsync(settings),
            Stock => await StockSubject.StartAsync(settings),
            _ => throw new InvalidOperationException($"Nothing to be measured is called {name}."),
        };
        await AnswerAsync(subject.Introduction);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await AnswerAsync(line switch
            {
                Heap => Live().ToString(CultureInfo.InvariantCulture),
                Pauses => string.Create(CultureInfo.InvariantCulture, $"{GC.CollectionCount(0)} {GC.GetTotalPauseDuration().TotalMilliseconds:0}"),
                Allocated => GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture),
                _ => await subject.AnswerAsync(line.Split(' ')),
            });
        }
    }

    private static long Live()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static async Task AnswerAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
