using System.Text.Json;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Pages whose Logto takes its time go out as skeletons: what comes later stands where the skeleton was.</summary>
public sealed class LayoutShiftTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Chromium's measure, without unit: what of the window moved, times how far.</summary>
    private const double Most = 0.01;

    private const string Watch =
        """
        globalThis.shifts = [];
        new PerformanceObserver(list => list.getEntries().forEach(entry => globalThis.shifts.push({
            value: entry.value,
            moved: entry.sources.map(source => `${(source.node?.outerHTML ?? source.node?.textContent ?? '').slice(0, 160)} ${JSON.stringify(source.previousRect)} -> ${JSON.stringify(source.currentRect)}`),
        }))).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string HasSkeleton = "() => [...document.querySelectorAll('.bar-skeleton')].some(one => one.checkVisibility())";

    private static readonly string[] Pages = ["", "/people/members", "/people/invitations", "/people/requests", "/people/former", "/people/invitations/links", "/audit", "/settings", "/settings/domains", "/settings/machines", "/settings/second-factor", "/settings/sso", "/settings/webhooks"];

    [BrowserFact]
    public async Task What_comes_after_the_skeleton_moves_nothing()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/sign-in");
        await page.SignInAsync("alice");
        await page.WaitUntilReadyAsync();
        await page.AddInitScriptAsync(Watch);
        var acme = portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == "Acme").Single().Id);
        portal.Logto.Faults.Add(new Fault { Method = "GET", Route = "/api/**", Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(400), Times = 100_000 });

        var findings = new List<string>();
        foreach (var path in Pages)
        {
            await page.GotoAsync($"/organizations/{acme}{path}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.True(await page.EvaluateAsync<bool>(HasSkeleton), $"{path} did not come as a skeleton.");
            await page.WaitUntilReadyAsync();
            await page.WaitForFunctionAsync($"() => !({HasSkeleton})()");
            // What comes with the rows, or just behind them.
            await page.WaitForTimeoutAsync(300);
            var shifts = (await page.EvaluateAsync<JsonElement>("() => globalThis.shifts")).Deserialize<List<Shift>>(JsonSerializerOptions.Web)!;
            if (shifts.Sum(shift => shift.Value) > Most)
            {
                findings.Add($"{path}: {shifts.Sum(shift => shift.Value):0.000}\n  {string.Join("\n  ", shifts.SelectMany(shift => shift.Moved))}");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private sealed record Shift(double Value, IReadOnlyList<string> Moved);
}
