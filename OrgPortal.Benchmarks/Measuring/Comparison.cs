using OrgPortal.Benchmarks.Figures;

namespace OrgPortal.Benchmarks.Measuring;

/// <summary>
/// Two candidates in turn, round after round: what else the machine does hits both. The ratio within a round is the figure; the median of the rounds
/// counts, and the worst is told.
/// </summary>
internal sealed class Comparison(Candidate measured, Candidate against)
{
    // A round in which something failed is done again, so many times in all.
    private const int MostVoid = 3;

    /// <summary>Runs and prints all rounds.</summary>
    /// <param name="run">How long and how often.</param>
    /// <param name="goals">With how many connections, and what is to be reached.</param>
    /// <returns>Answers in a second of both, by connections, median.</returns>
    public async Task<IReadOnlyDictionary<int, (double Measured, double Against)>> RunAsync(FigureRun run, params Goal[] goals)
    {
        foreach (var candidate in new[] { against, measured })
        {
            await candidate.RunAsync(goals[^1].Connections, run.WarmUp);
        }

        var rounds = goals.ToDictionary(goal => goal, _ => new List<Round>());
        var isVoid = 0;
        for (var number = 1; number <= run.Rounds; number++)
        {
            foreach (var goal in goals)
            {
                var round = await OnceAsync(goal.Connections, run.Window);
                Console.WriteLine($"  round {number}  c={goal.Connections,-4} {round}");
                if (!round.IsVoid)
                {
                    rounds[goal].Add(round);
                }
                else if (++isVoid > MostVoid)
                {
                    throw new InvalidOperationException("Too many answers were none: nothing that is measured counts.");
                }
            }
        }

        foreach (var goal in goals)
        {
            Print(goal, rounds[goal]);
        }

        return goals.ToDictionary(
            goal => goal.Connections, goal => (Numbers.Median(rounds[goal].Select(round => round.Measured.Rate)), Numbers.Median(rounds[goal].Select(round => round.Against.Rate))));
    }

    private async Task<Round> OnceAsync(int connections, TimeSpan window)
    {
        var (floor, floorCost) = await against.CostAsync(connections, window);
        var (result, cost) = await measured.CostAsync(connections, window);
        return new Round(measured.Name, result, cost, against.Name, floor, floorCost);
    }

    private void Print(Goal goal, List<Round> rounds)
    {
        if (rounds.Count == 0)
        {
            Console.WriteLine($"c={goal.Connections}: no round counts");
            return;
        }

        var ratio = Numbers.Median(rounds.Select(round => round.Ratio));
        Console.WriteLine(
            $"c={goal.Connections}: {measured.Name} / {against.Name} median {ratio:0.00}x, worst {rounds.Min(round => round.Ratio):0.00}x of {rounds.Count} rounds; "
            + $"goal {goal.Ratio:0.00}x: {(ratio >= goal.Ratio ? "met" : "MISSED")}; "
            + $"{Numbers.Median(rounds.Select(round => round.Measured.Rate)):0}/s, p50 {Numbers.Median(rounds.Select(round => round.Measured.Percentile(50))):0.00} ms, "
            + $"p99 {Numbers.Median(rounds.Select(round => round.Measured.Percentile(99))):0.00} ms (p50 +{Numbers.Median(rounds.Select(round => round.Measured.Percentile(50) - round.Against.Percentile(50))):0.00} ms, "
            + $"p99 {Numbers.Median(rounds.Select(round => round.Measured.Percentile(99) / round.Against.Percentile(99))):0.00}x)"
            + (rounds[0].Cost is null ? string.Empty : $", {Numbers.Median(rounds.Select(round => round.Cost!.Value)):0} us processor per request"));
    }
}
