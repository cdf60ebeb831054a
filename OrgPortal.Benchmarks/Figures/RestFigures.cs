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
        await new Comparison(measured, direct).RunAsync(run, new Goal(1, 0.90), new Goal(32, 0.93), new Goal(256, 0.85));
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
            Console.WriteLine($"{name}: {rates[32]:0}/s at c=32; goal 9,000/s: {(rates[32] >= 9000 ? "met" : "MISSED")}");
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
        await new Comparison(
            new Candidate("portal", portal, (connections, window) => HttpLoad.RunAsync(portal.Address, connections, window, (_, _) => page)),
            new Candidate("direct", null, (connections, window) => HttpLoad.RunAsync(logto.Address, connections, window, (_, _) => direct))).RunAsync(run, new Goal(1, 1 / 1.2));
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
        await new Comparison(counted, await DirectAsync(logto, SamePage)).RunAsync(run, new Goal(32, 12), new Goal(256, 45));
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
        await new Comparison(measured, against).RunAsync(run, new Goal(32, 20));
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
