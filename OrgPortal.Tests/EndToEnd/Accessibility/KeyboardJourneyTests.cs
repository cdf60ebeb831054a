using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>What the portal exists for, without a mouse: at every stop it is to be seen where the focus is, and after every act it is where the work goes on.</summary>
public sealed class KeyboardJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int FarthestAway = 60;

    [BrowserFact]
    public async Task Dave_creates_invites_changes_a_role_removes_and_renames_with_the_keyboard_alone()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("dave");

        // Wizard: each step begins where one types.
        await EnterAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Create an organization" }));
        await Expect(page.GetByLabel("Organization name")).ToBeEnabledAsync();
        await TabToAsync(page, page.GetByLabel("Organization name"));
        await page.Keyboard.TypeAsync("Initech");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("E-mail addresses")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("erin@example.com,");
        await EnterAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Create Initech and send 1 invitation" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Initech is ready" })).ToBeFocusedAsync();
        await EnterAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Go to Initech" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People" })).ToBeFocusedAsync();

        // Invite: the dialog takes the focus, keeps it, and gives it back.
        var invite = page.GetByRole(AriaRole.Link, new() { Name = "Invitations" });
        await EnterAsync(page, invite);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "erin@example.com" })).ToBeVisibleAsync();
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Invite people" });
        await EnterAsync(page, open);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("E-mail addresses")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("carol@example.com,");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" })).ToBeEnabledAsync();
        await EnterAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "carol@example.com" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(open).ToBeFocusedAsync();

        portal.Logto.State.Write(tables => tables.AddMembers(tables.Organizations.Where(one => one.Name == "Initech").Single().Id, [tables.Users.FindByUsername("erin")!.Id]));
        await EnterAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Members" }));

        // Roles: a menu of arrows; whoever is asked in between comes back to where they were.
        var role = page.GetByRole(AriaRole.Button, new() { Name = "Role of Erin" });
        await EnterAsync(page, role);
        await Expect(page.Locator("[role=menuitemradio]:focus")).ToHaveCountAsync(1);
        await AssertSeenAsync(page);
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await EnterAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Make administrator" }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Role of Erin: admin" })).ToBeFocusedAsync();

        // Removing: the row is gone, and the focus in the one that is left.
        await EnterAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" }));
        await Expect(page.Locator("[role=menuitem]:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("End");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from Initech" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await EnterAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Remove member" }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Dave" })).ToBeFocusedAsync();

        // Settings: what was saved says so, and the focus stays on the button.
        await EnterAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Settings" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings" })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Organization name")).ToBeEnabledAsync();
        await TabToAsync(page, page.GetByLabel("Organization name"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Initech Labs");
        await EnterAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }));
        await Expect(page.GetByText("Saved the profile of Initech Labs")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save changes" })).ToBeFocusedAsync();
    }

    private static async Task EnterAsync(IPage page, ILocator target)
    {
        await TabToAsync(page, target);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < FarthestAway; presses++)
        {
            await AssertSeenAsync(page);
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {target}.");
    }

    // A heading takes the focus so that it is read out; it is no stop of the keyboard.
    private static async Task AssertSeenAsync(IPage page) => Assert.True(
        await page.EvaluateAsync<bool>("""
            () => {
              const here = document.activeElement;
              if (!here || here === document.body || here.matches("h1, main")) {
                return true;
              }

              const box = here.getBoundingClientRect();
              const ring = element => { const style = getComputedStyle(element); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
              return box.width > 0 && box.height > 0 && (ring(here) || (here.closest(".chips") !== null && ring(here.closest(".chips"))));
            }
            """),
        "The focus is not to be seen at " + await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 300)"));
}
