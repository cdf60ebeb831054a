namespace OrgPortal.Benchmarks.Figures;

/// <summary>Every figure.</summary>
internal static class FigureList
{
    private static readonly Figure[] All =
    [
        new("uncached", "P1: a page of members that nobody else asks for, over the REST API, against the same call straight to Logto (7 ms, at most 390/s).", RestFigures.UncachedAsync),
        new("rate", "P3: pages of members over the REST API with a Logto that answers at once.", RestFigures.RateAsync),
        new("storm", "P5: everybody asks for the same page of members, against the same calls straight to Logto (7 ms, at most 390/s).", RestFigures.StormAsync),
        new("bearer", "P6: a request with a token through everything that a call of the API passes, against an API with the framework's JwtBearer.", RestFigures.BearerAsync),
        new("page", "P12, P15, P16: heap of an open members page, cost of turning it and how fast pages open, against a stock MudDataGrid. [--circuits 200]", CircuitFigures.PageAsync),
        new("turns", "P14: page turns while many members pages are open, against a stock MudDataGrid. [--circuits 500] [--turns 100]", CircuitFigures.TurnsAsync),
        new("browser", "P10, P11: a first visit to the members' page in Chromium, over the machine's own line and over a slow one (150 ms, 1.6 Mbit/s), against a stock MudDataGrid.", BrowserFigure.RunAsync),
        new("import", "P19: an import of many invitations, against a loop over eight connections that makes the same calls (7 ms, at most 390/s; --paced 0: at once). [--invitations 2000]", ImportFigure.RunAsync),
        new("limited", "P20: an import under limits of Logto: 429 without Retry-After, 429 with it, 50 changes in a second. [--invitations 1000]", LimitedFigure.RunAsync),
        new("held", "P13: thousands of members pages open at the same time, turned. [--circuits 5000] [--turns 280]", CircuitFigures.HeldAsync),
        new("size", "P17: pages of members of an organization of 100,000, against the same pages of one of 100, with a Logto that answers at once.", RestFigures.SizeAsync),
        new("pending", "P18: a page out of 11,000 open invitations, against reading them straight from Logto, and what they leave in a circuit. [--circuits 100]", PendingAsync),
        new("start", "P21: from the start of the process to a full page of members, against a stock MudDataGrid; twice as many starts as rounds.", RunningFigures.StartAsync),
        new("soak", "P22: what a portal costs that nobody uses, and what remains of many pages opened, turned and closed. [--idle 600] [--circuits 500]", RunningFigures.SoakAsync),
    ];

    /// <summary>The one of this name.</summary>
    public static Figure? Find(string name) => Array.Find(All, figure => figure.Name == name);

    private static async Task PendingAsync(FigureRun run)
    {
        await RestFigures.PendingAsync(run);
        await CircuitFigures.PendingAsync(run);
    }

    /// <summary>Lists them.</summary>
    public static void Print()
    {
        Console.WriteLine("dotnet run -c Release --project OrgPortal.Benchmarks -- FIGURE [--rounds 5] [--seconds 6] [--warmup 5]");
        Console.WriteLine();
        foreach (var figure in All)
        {
            Console.WriteLine($"  {figure.Name,-12} {figure.About}");
        }

        Console.WriteLine($"  {"micro",-12} Micro-benchmarks by BenchmarkDotNet, with its own arguments, such as --filter '*'.");
    }
}
