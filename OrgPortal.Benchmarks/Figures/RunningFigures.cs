using System.Diagnostics;
using OrgPortal.Benchmarks.Circuits;
using OrgPortal.Benchmarks.Load;
using OrgPortal.Benchmarks.Measuring;
using OrgPortal.Benchmarks.Subjects;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>Figures of the process itself: how soon it is there, what it costs while nobody is, and what is left of many who come and go.</summary>
internal static class RunningFigures
{
    private const int Members = 20_000;
    private const int AtOnce = 16;
    private const int WarmUps = 5;
    private const double Megabyte = 1024 * 1024;

    /// <summary>How the stock page is published.</summary>
    internal static readonly string[] StockOptions = ["-p:IsPublishable=true", "-p:ServerGarbageCollection=true"];

    /// <summary>
    /// P21: from the start of the process until a signed-in person has the whole page of members: in its HTML, or over its circuit where it came without rows. The portal is
    /// published as the image's is, and so is the stock page that it is held against.
    /// </summary>
    public static async Task StartAsync(FigureRun run)
    {
        var program = await Published.PublishAsync("OrgPortal.Web");
        var comparison = await Published.PublishAsync("OrgPortal.Benchmarks", StockOptions);
        var (address, folder) = (Subject.FreeAddress(), Directory.CreateTempSubdirectory("orgportal-start-"));
        try
        {
            var logto = await run.StartLogtoAsync(Members, address);
            var page = new Uri(address, $"/organizations/{logto.Facts[0]}/people/members");
            var cookies = await SignInAsync(run, () => StartPortalAsync(run, program, logto, address, folder), page);
            var (rounds, processor) = (new List<(TimeSpan Stock, TimeSpan Portal)>(), new List<(TimeSpan Stock, TimeSpan Portal)>());
            for (var number = 1; number <= run.Rounds * 2; number++)
            {
                var round = (
                    Stock: await UntilShownAsync(run, () => StartStockAsync(run, comparison), stock => stock.Address, string.Empty),
                    Portal: await UntilShownAsync(run, () => StartPortalAsync(run, program, logto, address, folder), _ => page, cookies));
                rounds.Add((round.Stock.Shown, round.Portal.Shown));
                processor.Add((round.Stock.Processor, round.Portal.Processor));
                Console.WriteLine($"  round {number}  stock {Words(round.Stock)} | portal {Words(round.Portal)} | {round.Portal.Shown / round.Stock.Shown:0.00}x");
            }

            var portal = Numbers.Median(rounds.Select(round => round.Portal.TotalSeconds));
            Console.WriteLine($"P21 cold start to a full page of members: portal {portal:0.00} s (goal 0.55: {Met(portal <= 0.55)}), {Numbers.Median(rounds.Select(round => round.Portal / round.Stock)):0.00}x of stock, "
                + $"worst {rounds.Max(round => round.Portal.TotalSeconds):0.00} s of {rounds.Count} starts");
            Console.WriteLine(
                $"bound: a stock page, published alike, without sign-in, store and Logto, takes {Numbers.Median(rounds.Select(round => round.Stock.TotalSeconds)):0.00} s and {Numbers.Median(processor.Select(round => round.Stock.TotalSeconds)):0.00} s of processor; "
                + $"the portal {Numbers.Median(processor.Select(round => round.Portal.TotalSeconds)):0.00} s of processor");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>P22: what a portal, published as the image's is, costs that nobody uses; and what remains of pages that were opened, turned and closed.</summary>
    public static async Task SoakAsync(FigureRun run)
    {
        await IdleAsync(run, TimeSpan.FromSeconds(run.Option("idle", 600)));
        var count = (int)run.Option("circuits", 500);
        using (var portal = (await CircuitFigures.PortalAsync(run)).Portal)
        {
            // The first pages of all bring what every later one shares.
            for (var time = 0; time < WarmUps; time++)
            {
                await ComeAndGoAsync(portal, count);
            }

            var (began, heaps) = (Stopwatch.GetTimestamp(), new List<(double Minutes, double Heap)> { (0, await HeapAsync(portal)) });
            for (var number = 1; number <= run.Rounds; number++)
            {
                var lost = await ComeAndGoAsync(portal, count);
                heaps.Add((Stopwatch.GetElapsedTime(began).TotalMinutes, await HeapAsync(portal)));
                Console.WriteLine($"  round {number}  {heaps[^1].Minutes:0.0} min, {heaps[^1].Heap:0.0} MB on the heap, RSS {portal.Process.Resident / Megabyte:0} MB, {lost} lost");
            }

            var (slope, more) = (Slope(heaps), heaps[^1].Heap - heaps[0].Heap);
            Console.WriteLine($"P22 {run.Rounds} times {count} pages opened, turned and closed in {heaps[^1].Minutes:0.0} min: {slope:0.00} MB a minute (goal 0.1: {Met(slope <= 0.1)}), {more:+0.0;-0.0} MB in the end (goal 20: {Met(more <= 20)})");
        }
    }

    private static async Task IdleAsync(FigureRun run, TimeSpan idle)
    {
        var program = await Published.PublishAsync("OrgPortal.Web");
        var (address, folder) = (Subject.FreeAddress(), Directory.CreateTempSubdirectory("orgportal-idle-"));
        try
        {
            var logto = await run.StartLogtoAsync(Members, address);
            var portal = await StartPortalAsync(run, program, logto, address, folder);
            using (var alice = new Visitor())
            {
                await alice.SignInAsync(new Uri(address, $"/organizations/{logto.Facts[0]}/people/members"), "alice", "Alice-Passw0rd-2026");
            }

            // Whoever was there is watched for a while.
            await Task.Delay(TimeSpan.FromMinutes(1));
            await logto.CountAsync(LogtoSubject.Calls);
            var processor = portal.Processor;
            await Task.Delay(idle);
            var (calls, resident) = (await logto.CountAsync(LogtoSubject.Calls), portal.Resident / Megabyte);
            Console.WriteLine($"P22 idle for {idle.TotalMinutes:0.#} min: {calls} calls of Logto (goal 0: {Met(calls == 0)}), RSS {resident:0} MB (goal 120: {Met(resident <= 120)}), {(portal.Processor - processor).TotalMilliseconds / idle.TotalMinutes:0} ms processor a minute");
            Console.WriteLine($"bound: {Memory(portal)}; a stock page, published alike, that was opened once: {await StockMemoryAsync(run)}");
            await run.KillAsync(portal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> StockMemoryAsync(FigureRun run)
    {
        var program = await Published.PublishAsync("OrgPortal.Benchmarks", StockOptions);
        var stock = await StartStockAsync(run, program);
        using var candidate = new CircuitCandidate(string.Empty, stock, stock.Address, string.Empty, (_, _) => throw new NotSupportedException());
        await using (await candidate.OpenAsync())
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        var memory = Memory(stock);
        await run.KillAsync(stock);
        return memory;
    }

    // Pages of files are the system's to take back.
    private static string Memory(Subject subject) =>
        $"{subject.Resident / Megabyte:0} MB, {(subject.Anonymous is { } anonymous ? $"{(subject.Resident - anonymous) / Megabyte:0} MB of them pages of files, the program's and the framework's code" : "of files and of the heap")}";

    internal static Task<Subject> StartPortalAsync(FigureRun run, string program, Subject logto, Uri address, DirectoryInfo folder)
    {
        var (portal, endpoint) = (address.GetLeftPart(UriPartial.Authority), logto.Address.GetLeftPart(UriPartial.Authority));
        return run.StartPublishedAsync(
            program,
            [
                "--Urls", portal, "--Portal:PublicUrl", portal, "--Portal:DataFolder", folder.FullName, "--Logto:Endpoint", endpoint,
                "--Logto:Web:ClientId", EmulatorOptions.WebClientId, "--Logto:Web:ClientSecret", EmulatorOptions.WebClientSecret,
                "--Logto:Management:ClientId", EmulatorOptions.ManagementClientId, "--Logto:Management:ClientSecret", EmulatorOptions.ManagementClientSecret,
            ],
            line => line.Contains("Now listening on", StringComparison.Ordinal) ? portal : null);
    }

    internal static Task<Subject> StartStockAsync(FigureRun run, string program) => run.StartPublishedAsync(
        program, [SubjectHost.Argument, SubjectHost.Stock, "--Urls", Subject.FreeAddress().AbsoluteUri], introduction => introduction);

    private static async Task<string> SignInAsync(FigureRun run, Func<Task<Subject>> start, Uri page)
    {
        var portal = await start();
        using var alice = new Visitor();
        await alice.SignInAsync(page, "alice", "Alice-Passw0rd-2026");
        var cookies = alice.CookiesFor(page);
        await run.KillAsync(portal);
        return cookies;
    }

    private static async Task<(TimeSpan Listening, TimeSpan Shown, TimeSpan Processor)> UntilShownAsync(FigureRun run, Func<Task<Subject>> start, Func<Subject, Uri> where, string cookies)
    {
        var began = Stopwatch.GetTimestamp();
        var subject = await start();
        using var candidate = new CircuitCandidate(string.Empty, subject, where(subject), cookies, (_, _) => throw new NotSupportedException());
        var html = await candidate.ReadAsync();
        var circuit = html.Contains(CircuitCandidate.InRows, StringComparison.Ordinal) ? null : await candidate.OpenAsync(html);
        var (elapsed, processor) = (Stopwatch.GetElapsedTime(began), subject.Processor);
        if (circuit is not null)
        {
            await circuit.DisposeAsync();
        }

        await run.KillAsync(subject);
        return (subject.StartedAfter, elapsed, processor);
    }

    private static async Task<int> ComeAndGoAsync(CircuitCandidate portal, int count)
    {
        var (circuits, _) = await portal.OpenAsync(count, AtOnce);
        await Parallel.ForEachAsync(circuits.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await portal.TurnAsync(one.Item, one.Index));
        var lost = circuits.Count(circuit => circuit.IsLost);
        await CircuitCandidate.CloseAsync(circuits);
        return lost;
    }

    private static async Task<double> HeapAsync(CircuitCandidate portal) => await portal.Process.CountAsync(SubjectHost.Heap) / Megabyte;

    // By least squares.
    private static double Slope(List<(double Minutes, double Heap)> points)
    {
        var (x, y) = (points.Average(point => point.Minutes), points.Average(point => point.Heap));
        return points.Sum(point => (point.Minutes - x) * (point.Heap - y)) / points.Sum(point => (point.Minutes - x) * (point.Minutes - x));
    }

    private static string Words((TimeSpan Listening, TimeSpan Shown, TimeSpan Processor) start) =>
        $"{start.Shown.TotalSeconds:0.00} s (listens after {start.Listening.TotalSeconds:0.00}, {start.Processor.TotalSeconds:0.00} s of processor)";

    internal static string Met(bool isMet) => isMet ? "met" : "MISSED";
}
