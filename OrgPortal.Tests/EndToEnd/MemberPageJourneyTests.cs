using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>A member's own page, from the table to the history of what was done there.</summary>
public sealed class MemberPageJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task A_member_is_opened_from_the_table_gets_another_role_and_the_history_tells()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.OpenPeopleAsync();

        // By keyboard: the name is a link.
        var name = page.GetByRole(AriaRole.Link, new() { Name = "Bob", Exact = true });
        await Expect(name).ToBeVisibleAsync();
        await page.WaitUntilReadyAsync();
        await name.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing is on record.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Change roles" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox, new() { Name = "admin" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save roles" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make administrator" }).ClickAsync();

        await Expect(page.Locator(".member-roles li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".powers .is-missing")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline li")).ToContainTextAsync(["Change roles"]);

        await page.GetByRole(AriaRole.Link, new() { Name = "What was done to them" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Change roles" })).ToContainTextAsync("Bob");
    }
}
