using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>One's own account, in two browsers at once, and what others do to it: what one says shows in the other.</summary>
public sealed class AccountJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Another_name_shows_in_other_open_pages_and_signing_out_elsewhere_ends_them()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var here = await SignInAsync(portal, "alice");
        var there = await SignInAsync(portal, "alice");
        await Expect(there.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();

        await here.GotoAsync("/account");
        await here.GetByLabel("Name", new() { Exact = true }).FillAsync("Alice Ames");
        await here.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();

        await Expect(here.Locator(".person-button-name")).ToHaveTextAsync("Alice Ames");
        await Expect(there.Locator(".side-foot .switcher-person")).ToHaveTextAsync("Alice Ames");

        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
        await here.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();

        await Expect(there.Locator("[name=identifier]")).ToBeVisibleAsync();
        await Expect(here.GetByText("This device")).ToBeVisibleAsync();
        await Expect(here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" })).ToHaveCountAsync(0);
    }

    private async Task<IPage> SignInAsync(PortalFactory portal, string name)
    {
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync(name);
        // Logto's page has such a heading too.
        await page.ExpectAtAsync(portal.Address);
        await page.Locator("main h1").WaitForAsync();
        await page.WaitUntilReadyAsync();
        return page;
    }
}
