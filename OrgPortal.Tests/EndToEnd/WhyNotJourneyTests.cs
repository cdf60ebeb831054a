using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Somebody who may not do something asks for it, with the keyboard alone, and an administrator hears of it in an open page.</summary>
public sealed class WhyNotJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task A_member_asks_for_a_permission_and_the_administrators_open_page_tells()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await SignInAsync(portal, "alice");
        await Expect(alice.GetByRole(AriaRole.Button, new() { Name = "Notices", Exact = true })).ToBeVisibleAsync();
        var bob = await SignInAsync(portal, "bob");
        await bob.OpenPeopleAsync();
        await bob.GetByRole(AriaRole.Button, new() { Name = "Actions for Alice" }).WaitForAsync();

        await bob.WaitUntilReadyAsync();
        var invite = bob.GetByRole(AriaRole.Button, new() { Name = "Invite people" });
        var people = bob.Locator(".menu-why .why-not-people");
        await invite.PressAsync("Enter");
        await Expect(people).ToContainTextAsync("Alice");
        await bob.GetByRole(AriaRole.Button, new() { Name = "Ask them for it" }).PressAsync("Enter");
        await Expect(bob.Locator(".menu-why [role=status]")).ToContainTextAsync("They were told");

        await alice.GetByRole(AriaRole.Button, new() { Name = "Notices, 1 unread" }).ClickAsync();
        await alice.GetByRole(AriaRole.Link, new() { Name = "Bob asks for the permission “Invite people”" }).ClickAsync();

        await Expect(alice.GetByRole(AriaRole.Heading, new() { Name = "Bob", Exact = true })).ToBeVisibleAsync();
        await Expect(alice.GetByRole(AriaRole.Button, new() { Name = "Notices", Exact = true })).ToBeVisibleAsync();
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
