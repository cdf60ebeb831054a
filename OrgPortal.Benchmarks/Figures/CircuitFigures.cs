using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using OrgPortal.Benchmarks.Circuits;
using OrgPortal.Benchmarks.Load;
using OrgPortal.Benchmarks.Measuring;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>Figures of open pages: the portal's members page with everything on it, and a stock data grid with the same rows.</summary>
internal static class CircuitFigures
{
    private const int Members = 20_000;
    private const int Pages = Members / 20;
    private const int AtOnce = 16;
    private const int Turns = 100;
    private const int WarmUps = 3;
    private const double Kilobyte = 1024;

    /// <summary>How many turns there were: each goes to another page than the one before, or nothing would be rendered.</summary>
    private static int _turned;

    /// <summary>P12, P15 and P16: what an open page costs, what turning it costs, how fast pages open.</summary>
    public static async Task PageAsync(FigureRun run)
    {
        using var portal = (await PortalAsync(run)).Portal;
        using var stock = await StockAsync(run);
        var count = (int)run.Option("circuits", 200);
        // What is measured is what a portal costs that has run for a while: until then the runtime compiles.
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            await PageOnceAsync(stock, count);
            await PageOnceAsync(portal, count);
        }

        var rounds = new List<(PageCost Stock, PageCost Portal)>();
        for (var number = 1; number <= run.Rounds; number++)
        {
            var round = (Stock: await PageOnceAsync(stock, count), Portal: await PageOnceAsync(portal, count));
            rounds.Add(round);
            Console.WriteLine($"  round {number}  stock  {round.Stock}");
            Console.WriteLine($"  round {number}  portal {round.Portal}");
        }

        Print("P12 heap per circuit, KB", rounds, cost => cost.Heap / Kilobyte, goal: 400);
        Print("P15 processor per page turn, ms", rounds, cost => cost.Processor.TotalMilliseconds, goal: 2);
        Print("P15 rendered per page turn, KB", rounds, cost => cost.Rendered / Kilobyte, goal: 10);
        Print("P15 the same deflated by itself, KB", rounds, cost => cost.Deflated / Kilobyte, goal: 2);
        Print("    round trip of a page turn, ms", rounds, cost => cost.RoundTrip.TotalMilliseconds, goal: null);
        Print("    rendered to open, KB", rounds, cost => cost.Opened / Kilobyte, goal: null);
        Print("P16 opened in a second", rounds, cost => cost.OpenedPerSecond, goal: 150, more: true);
    }

    /// <summary>P14: how long a page turn takes while many pages are open and others turn theirs.</summary>
    public static async Task TurnsAsync(FigureRun run)
    {
        using var portal = (await PortalAsync(run)).Portal;
        using var stock = await StockAsync(run);
        var (count, rate) = ((int)run.Option("circuits", 500), run.Option("turns", 100));
        var opened = new Dictionary<CircuitCandidate, IReadOnlyList<Circuit>>();
        foreach (var candidate in new[] { stock, portal })
        {
            opened[candidate] = (await candidate.OpenAsync(count, AtOnce)).Circuits;
            await TurnManyAsync(candidate, opened[candidate], rate, run.WarmUp);
        }

        var before = await portal.Process.CountPausesAsync();
        var rounds = new List<(LoadResult Stock, LoadResult Portal)>();
        for (var number = 1; number <= run.Rounds; number++)
        {
            var round = (Stock: await TurnManyAsync(stock, opened[stock], rate, run.Window), Portal: await TurnManyAsync(portal, opened[portal], rate, run.Window));
            Console.WriteLine($"  round {number}  stock {Words(round.Stock)} | portal {Words(round.Portal)} | p99 1/{round.Stock.Percentile(99) / round.Portal.Percentile(99):0}");
            if (round.Portal.Failures == 0)
            {
                rounds.Add(round);
            }
        }

        var (p50, p99) = (Numbers.Median(rounds.Select(round => round.Portal.Percentile(50))), Numbers.Median(rounds.Select(round => round.Portal.Percentile(99))));
        Console.WriteLine($"P14 {count} circuits, {rate:0} page turns a second: portal p50 {p50:0.0} ms (goal 1.5: {Met(p50 <= 1.5)}), p99 {p99:0.0} ms (goal 10: {Met(p99 <= 10)}), "
            + $"p99 1/{Numbers.Median(rounds.Select(round => round.Stock.Percentile(99) / round.Portal.Percentile(99))):0} of stock, worst 1/{rounds.Min(round => round.Stock.Percentile(99) / round.Portal.Percentile(99)):0}, {rounds.Count} rounds");
        Console.WriteLine($"bound of p99: {await PausesAsync(portal, before)}");
        var alone = await TurnAloneAsync(portal, opened[portal][0]);
        Console.WriteLine(
            $"bound of p50: a turn while nothing else happens takes {alone.Trip.TotalMilliseconds:0.0} ms of two programs, {alone.Processor.TotalMilliseconds:0.0} ms of it processor of the portal; between turns both are asleep and must be woken");
        foreach (var circuits in opened.Values)
        {
            await CircuitCandidate.CloseAsync(circuits);
        }
    }

    /// <summary>P13: many pages held at the same time.</summary>
    public static async Task HeldAsync(FigureRun run)
    {
        using var portal = (await PortalAsync(run)).Portal;
        var (count, rate) = ((int)run.Option("circuits", 5000), run.Option("turns", 280));
        var (circuits, elapsed) = await portal.OpenAsync(count, AtOnce);
        foreach (var circuit in circuits)
        {
            circuit.ForgetOpening();
        }

        Console.WriteLine($"  {count} circuits opened in {elapsed.TotalSeconds:0.0} s, {count / elapsed.TotalSeconds:0}/s; RSS {portal.Process.Resident / Kilobyte / Kilobyte:0} MB");
        await TurnManyAsync(portal, circuits, rate, run.WarmUp);
        var before = await portal.Process.CountPausesAsync();
        var rounds = new List<LoadResult>();
        for (var number = 1; number <= run.Rounds; number++)
        {
            var result = await TurnManyAsync(portal, circuits, rate, run.Window);
            rounds.Add(result);
            Console.WriteLine($"  round {number}  {Words(result)}; RSS {portal.Process.Resident / Kilobyte / Kilobyte:0} MB");
        }

        var pauses = await PausesAsync(portal, before);
        var (lost, resident) = (circuits.Count(circuit => circuit.IsLost), portal.Process.Resident / Kilobyte / Kilobyte);
        var live = await portal.Process.CountAsync(SubjectHost.Heap) / Kilobyte / Kilobyte;
        var p99 = Numbers.Median(rounds.Select(round => round.Percentile(99)));
        Console.WriteLine($"P13 {count} circuits, {rate:0} page turns a second: {lost} lost (goal 0: {Met(lost == 0)}), RSS {resident:0} MB (goal 2,300: {Met(resident <= 2300)}), live heap {live:0} MB, p99 {p99:0.0} ms (goal 75: {Met(p99 <= 75)})");
        Console.WriteLine($"bound of RSS: {live / count * Kilobyte:0} KB live for each page, the one shown and, once it was turned, the one before, which the framework keeps; what is above that is room for the collector");
        Console.WriteLine($"bound of p99: {pauses}");
        await CircuitCandidate.CloseAsync(circuits);
    }

    /// <summary>P18: what 11,000 open invitations leave in a circuit that shows twenty of them.</summary>
    public static async Task PendingAsync(FigureRun run)
    {
        var (portal, logto) = await PortalAsync(run, "invitations");
        using var closing = portal;
        var (count, heaps) = ((int)run.Option("circuits", 100), new List<double>());
        await logto.AskAsync(LogtoSubject.Invite, "20");
        await HeapOfOneAsync(portal, count);
        foreach (var more in new[] { "0", "11000" })
        {
            await logto.AskAsync(LogtoSubject.Invite, more);
            heaps.Add(await HeapOfOneAsync(portal, count));
        }

        Console.WriteLine($"P18 heap of an open page of invitations: {heaps[0]:0} KB with 20 of them, {heaps[1]:0} KB with 11,020 (goal 256 more: {Met(heaps[1] - heaps[0] <= 256)})");
    }

    /// <summary>One of the portal's pages of people, as alice sees it, and the Logto behind it.</summary>
    public static async Task<(CircuitCandidate Portal, Subject Logto)> PortalAsync(FigureRun run, string tab = "members")
    {
        var address = Subject.FreeAddress();
        var logto = await run.StartLogtoAsync(Members, address);
        var portal = await run.StartPortalAsync(logto, address);
        var page = new Uri(address, $"/organizations/{logto.Facts[0]}/people/{tab}");
        using var alice = new Visitor();
        await alice.SignInAsync(page, "alice", "Alice-Passw0rd-2026");
        return (new CircuitCandidate("portal", portal, page, alice.CookiesFor(page), (circuit, number) => circuit.FollowAsync(new Uri(page, $"?page={(number % Pages) + 2}"))), logto);
    }

    private static async Task<double> HeapOfOneAsync(CircuitCandidate candidate, int count)
    {
        var before = await candidate.Process.CountAsync(SubjectHost.Heap);
        var (circuits, _) = await candidate.OpenAsync(count, AtOnce);
        var heap = (await candidate.Process.CountAsync(SubjectHost.Heap) - before) / Kilobyte / count;
        await CircuitCandidate.CloseAsync(circuits);
        return heap;
    }

    private static async Task<CircuitCandidate> StockAsync(FigureRun run)
    {
        var stock = await run.StartAsync(SubjectHost.Stock, "--Urls", Subject.FreeAddress().AbsoluteUri);
        var next = new ConcurrentDictionary<Circuit, ulong>();
        return new CircuitCandidate("stock", stock, stock.Address, string.Empty, (circuit, _) => circuit.ClickAsync(next.GetOrAdd(circuit, opened =>
            opened.Opening.Select(batch => new RenderBatch(batch).FindHandler("id", "next", "onclick")).FirstOrDefault(handler => handler is not null) ?? throw new InvalidOperationException("The page has no button."))));
    }

    private static async Task<PageCost> PageOnceAsync(CircuitCandidate candidate, int count)
    {
        var before = await candidate.Process.CountAsync(SubjectHost.Heap);
        var (circuits, elapsed) = await candidate.OpenAsync(count, AtOnce);
        var opened = circuits.Average(circuit => circuit.Received);
        var heap = (await candidate.Process.CountAsync(SubjectHost.Heap) - before) / (double)count;
        var (circuit, deflated) = (circuits[0], new List<double>());
        await candidate.TurnAsync(circuit, 0);
        var received = circuit.Received;
        var (trip, processor) = await TurnAloneAsync(candidate, circuit, () => deflated.Add(Deflated(circuit.Shown)));
        var cost = new PageCost(
            heap, count / elapsed.TotalSeconds, opened, processor, (circuit.Received - received) / (double)Turns, deflated.Average(), trip, circuits.Count(one => one.IsLost));
        await CircuitCandidate.CloseAsync(circuits);
        return cost;
    }

    private static async Task<string> PausesAsync(CircuitCandidate candidate, (int Count, TimeSpan Elapsed) before)
    {
        var now = await candidate.Process.CountPausesAsync();
        var (count, elapsed) = (now.Count - before.Count, now.Elapsed - before.Elapsed);
        return $"the collector paused the portal {count} times in all rounds, for {elapsed.TotalMilliseconds / Math.Max(1, count):0} ms on average";
    }

    private static async Task<(TimeSpan Trip, TimeSpan Processor)> TurnAloneAsync(CircuitCandidate candidate, Circuit circuit, Action? turned = null)
    {
        var (trips, processor) = (new List<double>(), candidate.Process.Processor);
        for (var turn = 1; turn <= Turns; turn++)
        {
            trips.Add((await candidate.TurnAsync(circuit, turn)).TotalMilliseconds);
            turned?.Invoke();
        }

        return (TimeSpan.FromMilliseconds(Numbers.Median(trips)), (candidate.Process.Processor - processor) / Turns);
    }

    // At even distances, whether the ones before are done or not.
    private static async Task<LoadResult> TurnManyAsync(CircuitCandidate candidate, IReadOnlyList<Circuit> circuits, double rate, TimeSpan duration)
    {
        var (trips, failures, turns) = (new ConcurrentBag<double>(), 0, new List<Task>());
        var busy = new int[circuits.Count];
        var began = Stopwatch.GetTimestamp();
        var first = _turned;
        for (; Stopwatch.GetElapsedTime(began) < duration; _turned++)
        {
            var (number, mine, round) = (_turned, _turned % circuits.Count, _turned / circuits.Count);
            // Nobody turns a page that has not come yet.
            if (Interlocked.Exchange(ref busy[mine], 1) == 0)
            {
                turns.Add(Task.Run(async () =>
                {
                    try
                    {
                        trips.Add((await candidate.TurnAsync(circuits[mine], number + round)).TotalMilliseconds);
                    }
                    catch (Exception failed) when (failed is InvalidOperationException or TimeoutException)
                    {
                        Interlocked.Increment(ref failures);
                    }
                    finally
                    {
                        Volatile.Write(ref busy[mine], 0);
                    }
                }));
            }

            var next = TimeSpan.FromSeconds((number + 1 - first) / rate) - Stopwatch.GetElapsedTime(began);
            if (next > TimeSpan.Zero)
            {
                await Task.Delay(next);
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        await Task.WhenAll(turns);
        return new LoadResult(trips, failures, elapsed);
    }

    // What the WebSocket's compression makes of it at most: it remembers the batches before, this does not.
    private static int Deflated(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return (int)compressed.Length;
    }

    private static void Print(string what, List<(PageCost Stock, PageCost Portal)> rounds, Func<PageCost, double> of, double? goal, bool more = false)
    {
        var (stock, portal) = (Numbers.Median(rounds.Select(round => of(round.Stock))), Numbers.Median(rounds.Select(round => of(round.Portal))));
        var ratios = rounds.Select(round => of(round.Portal) / of(round.Stock)).ToList();
        Console.WriteLine(
            $"{what}: portal {portal:0.0}, stock {stock:0.0}, median {Numbers.Median(ratios):0.00}x, worst {(more ? ratios.Min() : ratios.Max()):0.00}x"
            + (goal is { } some ? $"; goal {some:0}: {Met(more ? portal >= some : portal <= some)}" : string.Empty));
    }

    private static string Met(bool isMet) => isMet ? "met" : "MISSED";

    private static string Words(LoadResult result) => $"{result.Count} turns, p50 {result.Percentile(50):0.0}, p99 {result.Percentile(99):0.0} ms{(result.Failures > 0 ? $", {result.Failures} lost" : string.Empty)}";
}
