using System.Globalization;
using OrgPortal.Benchmarks.Measuring;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>P20: what an import makes of a Logto that takes only so many changes.</summary>
internal static class LimitedFigure
{
    private static readonly Limit[] Limits =
    [
        new("429 without Retry-After, 100 changes in each second", "100/1", 100, 1),
        new("429 with Retry-After, 500 changes in each ten seconds", "500/10:after", 500, 10),
        new("a budget of 50 changes in each second", "50/1", 50, 1),
    ];

    /// <summary>One import under each limit in each round, by a portal that has just started and knows of no limit.</summary>
    public static async Task RunAsync(FigureRun run)
    {
        var count = (int)run.Option("invitations", 1000);
        foreach (var limit in Limits)
        {
            var rounds = new List<Outcome>();
            for (var number = 1; number <= run.Rounds; number++)
            {
                var outcome = await OnceAsync(run, limit, count);
                rounds.Add(outcome);
                Console.WriteLine($"  round {number}  {outcome}");
            }

            var (useful, wasted, early) = (Numbers.Median(rounds.Select(one => one.Useful)), Numbers.Median(rounds.Select(one => one.Wasted)), rounds.Sum(one => one.Early));
            Console.WriteLine(
                $"P20 {limit.Name}: {useful:0.00}x of what is allowed (worst {rounds.Min(one => one.Useful):0.00}x), {wasted:0.0%} of the calls wasted (worst {rounds.Max(one => one.Wasted):0.0%}), "
                + $"{early} too early, {rounds.Sum(one => one.Lost)} lost; goal 0.95x, 2%, 0, 0: {(useful >= 0.95 && wasted <= 0.02 && early == 0 && rounds.All(one => one.Lost == 0) ? "met" : "MISSED")}");
        }
    }

    private static async Task<Outcome> OnceAsync(FigureRun run, Limit limit, int count)
    {
        var logto = await run.StartLogtoAsync(0, paced: true, writes: limit.Writes);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        var took = await ImportFigure.ImportAsync(portal, logto, count);
        var told = (await logto.AskAsync(LogtoSubject.Limited, (limit.Seconds * 1000).ToString(CultureInfo.InvariantCulture))).Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        await run.KillAsync(portal);
        await run.KillAsync(logto);
        return new Outcome(took, (double)told[3] / Math.Max(1, told[4] * limit.Allowed), (double)told[1] / (told[0] + told[1]), told[2], count - told[5]);
    }

    /// <param name="Name">In words.</param>
    /// <param name="Writes">As the emulator is told.</param>
    /// <param name="Allowed">How many changes in each window.</param>
    /// <param name="Seconds">How long a window is.</param>
    private sealed record Limit(string Name, string Writes, int Allowed, int Seconds);

    /// <param name="Took">From the beginning to the end of the import.</param>
    /// <param name="Useful">Changes that were done, of those allowed, in all windows but the first and the last, which were not the import's as a whole.</param>
    /// <param name="Wasted">Changes that were refused, of all that were tried.</param>
    /// <param name="Early">How many came before the time that Retry-After named.</param>
    /// <param name="Lost">How many people got no mail.</param>
    private sealed record Outcome(TimeSpan Took, double Useful, double Wasted, int Early, int Lost)
    {
        public override string ToString() => $"{Took.TotalSeconds:0} s, {Useful:0.00}x of what is allowed, {Wasted:0.0%} wasted, {Early} too early, {Lost} lost";
    }
}
