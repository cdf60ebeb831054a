using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>The audit log as an administrator sees it while somebody works.</summary>
public sealed class AuditLogJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task The_log_follows_what_happens_keeps_its_filters_in_the_url_and_can_be_downloaded()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var log = await browser.OpenAsync(portal.Address);
        await log.GotoAsync("/");
        await log.SignInAsync("alice");
        await log.GetByRole(AriaRole.Link, new() { Name = "Audit log", Exact = true }).ClickAsync();
        await Expect(log.GetByText("Nothing has happened yet")).ToBeVisibleAsync();

        var work = await log.Context.NewPageAsync();
        await work.GotoAsync(log.Url.Replace("/audit", "/settings", StringComparison.Ordinal));
        await work.GetByLabel("Description").FillAsync("Road-runner supplies");
        await work.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();

        // Without reloading.
        var row = log.GetByRole(AriaRole.Row).Filter(new() { HasText = "Change organization" });
        await Expect(row).ToContainTextAsync("Done");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(log.Locator(".audit-after").Filter(new() { HasText = "Road-runner" })).ToBeVisibleAsync();
        await log.GetByRole(AriaRole.Button, new() { Name = "Result" }).First.ClickAsync();
        await log.GetByRole(AriaRole.Menuitemradio, new() { Name = "Refused" }).ClickAsync();
        await Expect(log).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("result=denied"));
        await Expect(log.GetByText("Nothing found")).ToBeVisibleAsync();

        var download = await log.RunAndWaitForDownloadAsync(() => log.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
    }
}
