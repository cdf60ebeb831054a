using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using OrgPortal.Benchmarks.Load;
using OrgPortal.Benchmarks.Measuring;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Figures;

/// <summary>P19: what the portal adds to inviting many, on record and safe against being killed.</summary>
internal static partial class ImportFigure
{
    private const int Connections = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Invites as many through an import and by a plain loop over eight connections, which makes the same two calls for each, in turn.</summary>
    public static async Task RunAsync(FigureRun run)
    {
        var count = (int)run.Option("invitations", 2000);
        var logto = await run.StartLogtoAsync(0, paced: run.Option("paced", 1) > 0);
        var portal = await run.StartPortalAsync(logto, Subject.FreeAddress());
        await LoopAsync(logto, count / 5);
        await ImportAsync(portal, logto, count / 5);
        var (ratios, live, allocated) = (new List<double>(), await portal.CountAsync(SubjectHost.Heap), await portal.CountAsync(SubjectHost.Allocated));
        for (var number = 1; number <= run.Rounds; number++)
        {
            var loop = count / (await LoopAsync(logto, count)).TotalSeconds;
            var (processor, resident) = (portal.Processor, portal.Resident);
            var import = count / (await ImportAsync(portal, logto, count)).TotalSeconds;
            var used = (portal.Processor - processor) / count;
            ratios.Add(import / loop);
            Console.WriteLine(
                $"  round {number}  loop {loop:0}/s | import {import:0}/s {used.TotalMilliseconds:0.00} ms processor for each, RSS +{(portal.Resident - resident) / 1024 / 1024} MB | {import / loop:0.00}x");
        }

        var ratio = Numbers.Median(ratios);
        Console.WriteLine($"P19 {count} invitations: import / loop median {ratio:0.00}x, worst {ratios.Min():0.00}x; goal 0.90x: {(ratio >= 0.90 ? "met" : "MISSED")}");
        allocated = await portal.CountAsync(SubjectHost.Allocated) - allocated;
        live = await portal.CountAsync(SubjectHost.Heap) - live;
        Console.WriteLine(
            $"bound of RSS: an import allocates {(double)allocated / run.Rounds / 1024 / 1024:0} MB, which the collector takes back when it has to; live are {(double)live / 1024 / 1024:+0.0;-0.0} MB after {run.Rounds} imports");
    }

    /// <summary>Imports so many, and waits until all are sent.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="InvalidOperationException">It was not taken, or somebody was left out.</exception>
    public static async Task<TimeSpan> ImportAsync(Subject portal, Subject logto, int count)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await portal.AskAsync(PortalSubject.Import, count.ToString(CultureInfo.InvariantCulture), logto.Facts[0], logto.Facts[1], logto.Facts[2]);
        if (answer != "started")
        {
            throw new InvalidOperationException($"The import was not taken: {answer}");
        }

        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            if (await portal.AskAsync(PortalSubject.Imported) is var state && !state.StartsWith("running", StringComparison.OrdinalIgnoreCase))
            {
                return state.Split(' ') is ["done", var sent] && sent == count.ToString(CultureInfo.InvariantCulture)
                    ? Stopwatch.GetElapsedTime(began)
                    : throw new InvalidOperationException($"The import ended as {state} of {count}.");
            }
        }

        throw new TimeoutException("The import takes too long.");
    }

    private static async Task<TimeSpan> LoopAsync(Subject logto, int count)
    {
        var token = await logto.AskAsync(LogtoSubject.ManagementToken);
        var expires = DateTimeOffset.UtcNow.AddDays(7).ToUnixTimeMilliseconds();
        var (next, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = HttpConnection.Open(logto.Address);
            while (Interlocked.Increment(ref next) <= count)
            {
                await ExpectAsync(connection, HttpLoad.Post(logto.Address, "/api/organization-invitations", token,
                    $$"""{"invitee":"{{Guid.NewGuid():N}}@loop.example","organizationId":"{{logto.Facts[0]}}","inviterId":"{{logto.Facts[1]}}","organizationRoleIds":["{{logto.Facts[2]}}"],"expiresAt":{{expires}},"messagePayload":false}"""));
                var id = Id().Match(connection.Answer).Groups[1].Value;
                await ExpectAsync(connection, HttpLoad.Post(logto.Address, $"/api/organization-invitations/{id}/message", token, """{"link":"https://portal.example/invitations/x"}"""));
            }
        })));
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task ExpectAsync(HttpConnection connection, byte[] request)
    {
        if (await connection.AskAsync(request) is var status and not (>= 200 and < 300))
        {
            throw new InvalidOperationException($"Logto answered {status}: {connection.Answer}");
        }
    }

    [GeneratedRegex("\"id\":\"([^\"]+)\"")]
    private static partial Regex Id();
}
