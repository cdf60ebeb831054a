using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>What the portal exists for, without a mouse: at every stop it is to be seen where the focus is, and after every act it is where the work goes on.</summary>
public sealed class KeyboardJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Dave_creates_invites_changes_a_role_removes_and_renames_with_the_keyboard_alone()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("dave");

        // Wizard: each step begins where one types.
        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Create an organization" }));
        await Expect(page.GetByLabel("Organization name")).ToBeEnabledAsync();
        await page.TabToAsync(page.GetByLabel("Organization name"));
        await page.Keyboard.TypeAsync("Initech");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("E-mail addresses")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("erin@example.com,");
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Create Initech and send 1 invitation" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Initech is ready" })).ToBeFocusedAsync();
        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Go to Initech" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome to Initech" })).ToBeFocusedAsync();
        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People" })).ToBeFocusedAsync();

        // Invite: the dialog takes the focus, keeps it, and gives it back.
        var invite = page.GetByRole(AriaRole.Link, new() { Name = "Invitations" });
        await page.EnterAsync(invite);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "erin@example.com" })).ToBeVisibleAsync();
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Invite people" });
        await page.EnterAsync(open);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("E-mail addresses")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("carol@example.com,");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" })).ToBeEnabledAsync();
        await page.EnterAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "carol@example.com" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(open).ToBeFocusedAsync();

        portal.Logto.State.Write(tables => tables.AddMembers(tables.Organizations.Where(one => one.Name == "Initech").Single().Id, [tables.Users.FindByUsername("erin")!.Id]));
        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Members" }));

        // Roles: a menu of arrows; whoever is asked in between comes back to where they were.
        var role = page.GetByRole(AriaRole.Button, new() { Name = "Role of Erin" });
        await page.EnterAsync(role);
        await Expect(page.Locator("[role=menuitemradio]:focus")).ToHaveCountAsync(1);
        await page.AssertFocusIsSeenAsync();
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await page.EnterAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Make administrator" }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Role of Erin admin" })).ToBeFocusedAsync();

        // Removing: the row is gone, and the focus in the one that is left.
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" }));
        await Expect(page.Locator("[role=menuitem]:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("End");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from Initech" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.EnterAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Remove member" }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Dave" })).ToBeFocusedAsync();

        // Settings: what was saved says so, and the focus stays on the button.
        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Settings" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings" })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Organization name")).ToBeEnabledAsync();
        await page.TabToAsync(page.GetByLabel("Organization name"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Initech Labs");
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }));
        await Expect(page.GetByText("Saved the profile of Initech Labs")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save changes" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Alice_proves_a_domain_lets_Carol_in_reads_the_log_and_deletes_with_the_keyboard_alone_and_Erin_accepts_so()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Listens = true,
            Settings = { ["Portal:Domains:TrustAddresses"] = "true", ["Portal:Domains:DevelopmentAnswers:example.com"] = "Found" },
        });
        var (alice, carol, erin) = (await browser.OpenAsync(portal.Address), await browser.OpenAsync(portal.Address), await browser.OpenAsync(portal.Address));
        await alice.GotoAsync("/");
        await alice.SignInAsync("alice");

        // Domains: a dialog, a check, a choice of three.
        await alice.EnterAsync(alice.GetByRole(AriaRole.Link, new() { Name = "Domains", Exact = true }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Add domain" }).First);
        await Expect(alice.GetByLabel("Domain", new() { Exact = true })).ToBeFocusedAsync();
        await alice.Keyboard.TypeAsync("example.com");
        await alice.Keyboard.PressAsync("Enter");
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Check now" }));
        var approve = alice.GetByRole(AriaRole.Radio, new() { Name = "Let them ask, an administrator approves" });
        await alice.TabToAsync(alice.GetByRole(AriaRole.Radio, new() { Checked = true }));
        while (!await approve.IsCheckedAsync())
        {
            await alice.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(alice.GetByText("People with an address of example.com can ask to join")).ToBeVisibleAsync();

        // Asking, and being let in.
        await carol.GotoAsync("/");
        await carol.SignInAsync("carol");
        await carol.EnterAsync(carol.GetByRole(AriaRole.Button, new() { Name = "Ask to join Acme" }));
        await Expect(carol.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await carol.Keyboard.TypeAsync("I am new here.");
        await carol.EnterAsync(carol.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ask to join" }));
        await Expect(carol.GetByRole(AriaRole.Button, new() { Name = "Withdraw the request to join Acme" })).ToBeVisibleAsync();
        await alice.EnterAsync(alice.GetByRole(AriaRole.Link, new() { Name = "People" }));
        await alice.EnterAsync(alice.Locator(".tab-bar").GetByRole(AriaRole.Link, new() { Name = "Requests" }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Approve the request of Carol" }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Approve request" }));
        await Expect(alice.GetByText("Carol is now a member of Acme")).ToBeVisibleAsync();

        // An invitation, from its link to membership.
        await alice.EnterAsync(alice.GetByRole(AriaRole.Link, new() { Name = "Invitations" }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Invite people" }).First);
        await Expect(alice.GetByLabel("E-mail addresses")).ToBeFocusedAsync();
        await alice.Keyboard.TypeAsync("erin@example.com,");
        await alice.EnterAsync(alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send invitation" }));
        await Eventually.TrueAsync(() => portal.Logto.MailTo("erin@example.com").Count == 1);
        await erin.GotoAsync(portal.Logto.MailTo("erin@example.com")[0].Link!);
        await erin.EnterAsync(erin.Locator("main").GetByRole(AriaRole.Button).Or(erin.Locator("main").GetByRole(AriaRole.Link)).First);
        await erin.SignInAsync("erin");
        await erin.EnterAsync(erin.GetByRole(AriaRole.Button, new() { Name = "Accept invitation" }));
        await Eventually.TrueAsync(() => portal.Logto.State.Read(tables => tables.Invitations.Where(one => one.Status == InvitationStatus.Accepted).Any()));
        await alice.Keyboard.PressAsync("Escape");
        await Expect(alice.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // The log: a record is opened, a filter chosen by its first letter.
        await alice.EnterAsync(alice.GetByRole(AriaRole.Link, new() { Name = "Audit log" }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Row).Filter(new() { HasText = "Approve" }).GetByRole(AriaRole.Button));
        await Expect(alice.Locator(".audit-detail")).ToBeVisibleAsync();
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Result" }).First);
        await Expect(alice.Locator("[role=menuitemradio]:focus")).ToHaveCountAsync(1);
        await alice.Keyboard.PressAsync("r");
        await alice.Keyboard.PressAsync("Enter");
        await Expect(alice).ToHaveURLAsync(new Regex("result=denied"));

        // The gravest act: its name is typed, and what is left is Home.
        await alice.EnterAsync(alice.GetByRole(AriaRole.Link, new() { Name = "Settings" }));
        await alice.EnterAsync(alice.GetByRole(AriaRole.Button, new() { Name = "Delete Acme" }));
        await alice.TabToAsync(alice.GetByLabel("Type \"Acme\" below to continue"));
        await alice.Keyboard.TypeAsync("Acme");
        await alice.EnterAsync(alice.Locator(".danger-details").GetByRole(AriaRole.Button, new() { Name = "Delete Acme" }));
        await Expect(alice.GetByText("Deleted Acme")).ToBeVisibleAsync();
        await Expect(alice).ToHaveURLAsync(portal.Address.AbsoluteUri);
    }
}
