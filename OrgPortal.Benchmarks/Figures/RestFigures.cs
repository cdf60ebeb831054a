using System.Diagnostics;
using OrgPortal.Benchmarks.Load;
using OrgPortal.Benchmarks.Measuring;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>Figures of the REST API.</summary>
internal static class RestFigures
{
    private const int Members = 20_000;
    private const int PageSize = 20;
    private const string Pending = "11000";
    private const int Pages = Members / PageSize;

    /// <summary>P1. Every connection turns pages of its own, so that nobody shares anybody's answer.</summary>
    public static async Task UncachedAsync(FigureRun run)
    {
        var logto = await run.StartLogtoAsync(Members, paced: true);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        var direct = await DirectAsync(logto, PageOfOnesOwn);
        var measured = await ThroughPortalAsync(portal, logto, PageOfOnesOwn);
        var rates = await new Comparison(measured, direct).RunAsync(run, new Goal(1, 0.90), new Goal(32, 0.93), new Goal(256, 0.85));
        var (alone, between) = (1000 / rates[1].Against, await TripAsync(portal, run.WarmUp));
        Console.WriteLine(
            $"bound at c=1: an answer of the same server that passes nothing at all takes {between:0.00} ms when it is asked as seldom, and so must be woken; asking Logto wakes it once more: {alone / (alone + (2 * between)):0.00}x");
    }

    // Milliseconds, median, of what passes nothing, asked for as often as Logto answers one connection.
    private static async Task<double> TripAsync(Subject portal, TimeSpan duration)
    {
        using var connection = HttpConnection.Open(portal.Address);
        var (request, trips, began) = (HttpLoad.Get(portal.Address, PortalSubject.NothingPath, null), new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(7), CancellationToken.None);
            var asked = Stopwatch.GetTimestamp();
            await connection.AskAsync(request);
            trips.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return Numbers.Median(trips);
    }

    /// <summary>P3.</summary>
    public static async Task RateAsync(FigureRun run)
    {
        var logto = await run.StartLogtoAsync(Members);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        foreach (var (name, page) in new (string, Func<int, int, int>)[] { ("pages of one's own", PageOfOnesOwn), ("the same page", SamePage) })
        {
            Console.WriteLine($"{name}:");
            var rates = await new Comparison(await ThroughPortalAsync(portal, logto, page), await DirectAsync(logto, page)).RunAsync(run, new Goal(32, 0), new Goal(256, 0));
            Console.WriteLine($"{name}: {rates[32].Measured:0}/s at c=32; goal 9,000/s: {(rates[32].Measured >= 9000 ? "met" : "MISSED")}");
        }
    }

    /// <summary>P17: the same pages of an organization of 100,000 and of one of 100.</summary>
    public static async Task SizeAsync(FigureRun run)
    {
        async Task<Candidate> OfAsync(int members)
        {
            var logto = await run.StartLogtoAsync(members);
            return await ThroughPortalAsync(await run.StartPortalAsync(logto, Subject.FreeAddress()), logto, OneOfFive) with { Name = $"of {members:N0}" };
        }

        await new Comparison(await OfAsync(100_000), await OfAsync(100)).RunAsync(run, new Goal(1, 1 / 1.1), new Goal(32, 1 / 1.1));
    }

    /// <summary>P18: a page out of all open invitations, which Logto gives out whole or not at all.</summary>
    public static async Task PendingAsync(FigureRun run)
    {
        var logto = await run.StartLogtoAsync(0);
        await logto.AskAsync(LogtoSubject.Invite, Pending);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        var direct = HttpLoad.Get(logto.Address, $"/api/organization-invitations?organizationId={logto.Facts[0]}", await logto.AskAsync(LogtoSubject.ManagementToken));
        var page = HttpLoad.Get(portal.Address, $"/api/v1/organizations/{logto.Facts[0]}/invitations?pageSize={PageSize}", await logto.AskAsync(LogtoSubject.Token, logto.Facts[0]));
        var rates = await new Comparison(
            new Candidate("portal", portal, (connections, window) => HttpLoad.RunAsync(portal.Address, connections, window, (_, _) => page)),
            new Candidate("direct", null, (connections, window) => HttpLoad.RunAsync(logto.Address, connections, window, (_, _) => direct))).RunAsync(run, new Goal(1, 1 / 1.2));
        await ReadOnlyAsync(logto, run.WarmUp);
        Console.WriteLine($"bound at c=1: an HttpClient that reads the same text and looks at nothing of it: {await ReadOnlyAsync(logto, run.Window) / rates[1].Against:0.00}x");
    }

    // How often in a second, from this process: one more that has to be woken, as the portal is.
    private static async Task<double> ReadOnlyAsync(Subject logto, TimeSpan window)
    {
        using var http = new HttpClient { BaseAddress = logto.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await logto.AskAsync(LogtoSubject.ManagementToken));
        var (count, began) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(began) < window; count++)
        {
            await using var text = await http.GetStreamAsync($"/api/organization-invitations?organizationId={logto.Facts[0]}");
            await text.CopyToAsync(Stream.Null);
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>P5, with how many calls it cost Logto.</summary>
    public static async Task StormAsync(FigureRun run)
    {
        var logto = await run.StartLogtoAsync(Members, paced: true);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        var measured = await ThroughPortalAsync(portal, logto, SamePage);
        var counted = measured with
        {
            RunAsync = async (connections, window) =>
            {
                await logto.CountAsync(LogtoSubject.Calls);
                var result = await measured.RunAsync(connections, window);
                var calls = await logto.CountAsync(LogtoSubject.Calls);
                Console.WriteLine($"    {result.Count} answers out of {calls} calls of Logto in {result.Elapsed.TotalSeconds:0.0} s");
                return result;
            },
        };
        var direct = await DirectAsync(logto, SamePage);
        var rates = await new Comparison(counted, direct).RunAsync(run, new Goal(32, 12), new Goal(256, 45));
        var alone = 1 / (await direct.RunAsync(1, run.Window)).Rate;
        foreach (var (connections, (_, against)) in rates)
        {
            Console.WriteLine(
                $"bound at c={connections}: an answer of Logto takes {alone * 1000:0.0} ms alone, so all who wait for it together are answered {connections / alone:0} times in a second, {connections / alone / against:0.0}x, if nothing else took time");
        }
    }

    /// <summary>P6.</summary>
    public static async Task BearerAsync(FigureRun run)
    {
        var logto = await run.StartLogtoAsync(0);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        var naive = await run.StartAsync(SubjectHost.Naive, "--Urls", Subject.FreeAddress().AbsoluteUri, "--Authority", logto.Address + "oidc");
        var token = await logto.AskAsync(LogtoSubject.Token);
        var (ours, theirs) = (HttpLoad.Get(portal.Address, PortalSubject.WhoPath, token), HttpLoad.Get(naive.Address, NaiveSubject.WhoPath, token));
        var measured = new Candidate("portal", portal, (connections, window) => HttpLoad.RunAsync(portal.Address, connections, window, (_, _) => ours));
        var against = new Candidate("JwtBearer", naive, (connections, window) => HttpLoad.RunAsync(naive.Address, connections, window, (_, _) => theirs));
        var rates = await new Comparison(measured, against).RunAsync(run, new Goal(32, 20));
        var request = HttpLoad.Get(portal.Address, PortalSubject.NothingPath, null);
        var nothing = new Candidate("nothing", portal, (connections, window) => HttpLoad.RunAsync(portal.Address, connections, window, (_, _) => request));
        await nothing.RunAsync(32, run.WarmUp);
        var (result, cost) = await nothing.CostAsync(32, run.Window);
        Console.WriteLine(
            $"bound at c=32: answers of the same server that pass nothing at all, no routing, no token, no limits, come {result.Rate:0} times in a second, {result.Rate / rates[32].Against:0.0}x, for {cost:0} us processor each");
    }

    private static int PageOfOnesOwn(int connection, int asked) => (((connection * 7) + (asked * 257)) % Pages) + 1;

    private static int OneOfFive(int connection, int asked) => ((connection + asked) % 5) + 1;

    private static int SamePage(int connection, int asked) => 1;

    private static async Task<Candidate> DirectAsync(Subject logto, Func<int, int, int> page)
    {
        var token = await logto.AskAsync(LogtoSubject.ManagementToken);
        byte[][] requests = [.. Enumerable.Range(1, Pages).Select(number => HttpLoad.Get(logto.Address, $"/api/organizations/{logto.Facts[0]}/users?page={number}&page_size={PageSize}", token))];
        return new Candidate("direct", null, (connections, window) => HttpLoad.RunAsync(logto.Address, connections, window, (connection, asked) => requests[page(connection, asked) - 1]));
    }

    private static async Task<Candidate> ThroughPortalAsync(Subject portal, Subject logto, Func<int, int, int> page)
    {
        var token = await logto.AskAsync(LogtoSubject.Token, logto.Facts[0]);
        byte[][] requests = [.. Enumerable.Range(1, Pages).Select(number => HttpLoad.Get(portal.Address, $"/api/v1/organizations/{logto.Facts[0]}/members?page={number}&pageSize={PageSize}", token))];
        return new Candidate("portal", portal, (connections, window) => HttpLoad.RunAsync(portal.Address, connections, window, (connection, asked) => requests[page(connection, asked) - 1]));
    }
}
