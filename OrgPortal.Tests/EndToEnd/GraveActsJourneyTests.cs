using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What asks for a sign-in of the last ten minutes, as an administrator sees it whose sign-in is older.</summary>
public sealed partial class GraveActsJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Alice_deletes_Acme_after_she_has_confirmed_who_she_is()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await OpenSettingsAsync(portal);

        await alice.GetByRole(AriaRole.Button, new() { Name = "Delete Acme" }).ClickAsync();
        await ConfirmIdentityAsync(portal, alice);

        await Expect(alice).ToHaveURLAsync(SettingsWithDeletion());
        await alice.GetByLabel("Type \"Acme\" below to continue").FillAsync("Acme");
        await alice.GetByRole(AriaRole.Button, new() { Name = "Delete Acme" }).ClickAsync();
        await Expect(alice.GetByText("Deleted Acme")).ToBeVisibleAsync();
        await Expect(alice).ToHaveURLAsync(portal.Address.AbsoluteUri);
    }

    [BrowserFact]
    public async Task Alice_hands_Acme_over_to_Bob_and_stays_as_a_member()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await OpenSettingsAsync(portal);

        await alice.GetByRole(AriaRole.Button, new() { Name = "Hand over Acme" }).ClickAsync();
        await ConfirmIdentityAsync(portal, alice);

        await alice.Locator(".danger-details").GetByRole(AriaRole.Searchbox).FillAsync("bob");
        await alice.GetByRole(AriaRole.Radio, new() { Name = "Bob" }).CheckAsync();
        await alice.GetByRole(AriaRole.Radio, new() { Name = "Stay as member" }).CheckAsync();
        await alice.GetByLabel("Type \"Acme\" below to continue").FillAsync("Acme");
        await alice.GetByRole(AriaRole.Button, new() { Name = "Hand over Acme to Bob" }).ClickAsync();
        await Expect(alice.GetByText("Handed over Acme to Bob")).ToBeVisibleAsync();
        await Expect(alice.GetByRole(AriaRole.Button, new() { Name = "Hand over Acme" })).ToBeDisabledAsync();

        var bob = await browser.OpenAsync(portal.Address);
        await bob.GotoAsync(new Uri(alice.Url).AbsolutePath);
        await bob.SignInAsync("bob");
        await Expect(bob.GetByRole(AriaRole.Button, new() { Name = "Hand over Acme" })).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenSettingsAsync(PortalFactory portal)
    {
        // Signed in half an hour ago.
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(-30));
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.GetByRole(AriaRole.Link, new() { Name = "Acme" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        portal.Logto.Clock.Reset();
        return page;
    }

    private static async Task ConfirmIdentityAsync(PortalFactory portal, IPage page)
    {
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Confirm that it is you" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();
        await page.ExpectAtAsync(portal.LogtoAddress);
        await page.SignInAsync("alice");
    }

    [GeneratedRegex(@"/settings\?act=delete$")]
    private static partial Regex SettingsWithDeletion();
}
