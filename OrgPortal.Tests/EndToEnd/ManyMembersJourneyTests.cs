using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Several members at once, taking things back, and the members as a file: in a browser, much of it by keyboard.</summary>
public sealed class ManyMembersJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Several_are_given_a_role_and_an_end_one_is_removed_and_comes_back_and_all_are_downloaded()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        Join(portal, "carol", "erin");
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.OpenPeopleAsync();

        // By keyboard: two are ticked and get a role.
        await TickAsync(page, "Select Bob");
        await TickAsync(page, "Select Carol");
        await Expect(page.GetByText("2 people selected")).ToBeVisibleAsync();
        await PressAsync(page.GetByRole(AriaRole.Region, new() { Name = "Selected people" }).GetByRole(AriaRole.Button, new() { Name = "Change roles" }));
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox, new() { Name = "admin" }).CheckAsync();
        await PressAsync(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Review" }));
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("2 of them become administrators");
        await PressAsync(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Change 2" }));
        await Expect(page.GetByText("Changed 2 people")).ToBeVisibleAsync();
        // Under the pointer it stays, however long the row takes.
        await page.GetByText("Changed 2 people").HoverAsync();
        await Expect(Row(page, "Carol")).ToContainTextAsync("admin");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.GetByText("Taken back for 2")).ToBeVisibleAsync();
        await Expect(Row(page, "Carol")).ToContainTextAsync("No role");

        // One membership gets an end.
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for Bob" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Set an end" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "In 30 days" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Row(page, "Bob")).ToContainTextAsync("Until ");

        // One is removed, is listed with who did it, and comes back.
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for Bob" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from Acme" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("They lose the role member");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove member" }).ClickAsync();
        await Expect(Row(page, "Bob")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Former members" }).ClickAsync();
        await Expect(Row(page, "Bob")).ToContainTextAsync("Alice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reinstate Bob" }).ClickAsync();
        await Expect(page.GetByText("Nobody left lately")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the members" }).ClickAsync();
        await Expect(Row(page, "Bob")).ToContainTextAsync("Until ");

        // By name, from Z; then as a file, without leaving the page.
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Person" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Person" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export members" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "As CSV" }).ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains(await File.ReadAllLinesAsync(await download.PathAsync()), line => line.Contains(",Bob,", StringComparison.Ordinal));
        await Expect(Row(page, "Bob")).ToContainTextAsync("Until ");
        await Row(page, "Bob").GetByRole(AriaRole.Link, new() { Name = "Bob" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob", Exact = true })).ToBeVisibleAsync();
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator("bdi", new() { HasTextString = name }) });

    private static async Task TickAsync(IPage page, string name)
    {
        // What is ticked before the circuit has taken the page over would be lost: until then nothing can be.
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true })).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true })).ToBeCheckedAsync();
    }

    private static async Task PressAsync(ILocator button)
    {
        // Nothing focuses or presses a button that is off: what turns it on may still be on its way.
        await Expect(button).ToBeEnabledAsync();
        await button.FocusAsync();
        await button.PressAsync("Enter");
    }

    private static void Join(PortalFactory portal, params string[] names) => portal.Logto.State.Write(tables =>
    {
        var acme = tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id;
        tables.AddMembers(acme, [.. names.Select(name => tables.Users.FindByUsername(name)!.Id)]);
        return true;
    });
}
