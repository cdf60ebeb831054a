using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Open pages of people who lose what they were allowed, on two nodes of one portal.</summary>
public sealed class LostAccessTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patience = new() { Timeout = 60_000 };

    [BrowserFact]
    public async Task Whoever_is_removed_on_one_node_loses_the_page_on_the_other_and_an_ended_session_ends_it_there_too()
    {
        await using var valkey = await ValkeyServer.StartAsync();
        await using var one = await PortalFactory.StartAsync(Node(valkey));
        await using var two = await PortalFactory.StartAsync(Node(valkey, one));
        await Eventually.TrueAsync(() => IsConnected(one) && IsConnected(two));
        var (alice, bob) = (await SignInAsync(one, "alice"), await SignInAsync(one, "bob"));
        var members = MembersOf(one);

        // The same session: cookies do not know of ports.
        await bob.GotoAsync(new Uri(two.Address, members).ToString());
        await Expect(bob.GetByRole(AriaRole.Row).Filter(new() { HasText = "alice@example.com" })).ToBeVisibleAsync(Patience);
        await IsOpenAsync(two, "bob");
        await alice.GotoAsync(members);
        await alice.WaitUntilReadyAsync();
        var row = alice.GetByRole(AriaRole.Row).Filter(new() { HasText = "bob@example.com" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Actions for Bob" }).ClickAsync();
        await alice.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from Acme" }).ClickAsync();
        await alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove member" }).ClickAsync();

        await Expect(bob.GetByRole(AriaRole.Heading, new() { Name = "You no longer have access to Acme" })).ToBeVisibleAsync(Patience);
        await ShotAsync(bob, "access-lost");
        Assert.DoesNotContain("alice@example.com", await bob.ContentAsync(), StringComparison.Ordinal);
        await bob.GetByRole(AriaRole.Link, new() { Name = "Go to your organizations" }).ClickAsync();
        await Expect(bob).ToHaveURLAsync(two.Address.ToString(), new() { Timeout = 60_000 });

        await one.Services.GetRequiredService<ISessions>().EndAllAsync(IdOf(one, "bob"));
        // Logto knows the first node's address only, and says so instead of asking for a password: the page is gone all the same.
        await Expect(bob).ToHaveURLAsync(new Regex("^" + Regex.Escape(one.LogtoAddress.ToString())), new() { Timeout = 60_000 });
    }

    [BrowserFact]
    public async Task Without_Valkey_and_webhooks_the_watch_finds_out_who_was_removed_or_suspended_in_Logto_and_when_Logto_is_away_the_page_stays()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var (alice, bob) = (await SignInAsync(portal, "alice"), await SignInAsync(portal, "bob"));
        await alice.GotoAsync(MembersOf(portal));
        await bob.GotoAsync(MembersOf(portal));
        await IsOpenAsync(portal, "alice");
        await IsOpenAsync(portal, "bob");
        await Expect(alice.GetByRole(AriaRole.Row).Filter(new() { HasText = "bob@example.com" })).ToBeVisibleAsync(Patience);
        await Expect(bob.GetByRole(AriaRole.Row).Filter(new() { HasText = "alice@example.com" })).ToBeVisibleAsync(Patience);

        portal.Logto.Faults.Add("* /api/** 503:60 x100000");
        await Expect(bob.GetByText("Nothing can be changed at the moment")).ToBeVisibleAsync(Patience);
        await Expect(bob.GetByRole(AriaRole.Row).Filter(new() { HasText = "alice@example.com" })).ToBeVisibleAsync(Patience);
        await Expect(bob.GetByRole(AriaRole.Searchbox)).ToBeDisabledAsync(new() { Timeout = 60_000 });
        await ShotAsync(bob, "access-uncertain");
        portal.Logto.Faults.Clear();
        await Expect(bob.GetByText("Nothing can be changed at the moment")).ToBeHiddenAsync(new() { Timeout = 60_000 });

        portal.Logto.State.Write(tables => tables.RemoveMember(OrganizationOf(portal).Value, IdOf(portal, "bob").Value));
        await Expect(bob.GetByRole(AriaRole.Heading, new() { Name = "You no longer have access to Acme" })).ToBeVisibleAsync(Patience);
        await Expect(alice.GetByRole(AriaRole.Row).Filter(new() { HasText = "bob@example.com" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });

        portal.Logto.State.Write(tables => tables.SetSuspended(IdOf(portal, "alice").Value, true));
        await Expect(alice.Locator("[name=password]")).ToBeVisibleAsync(Patience);
    }

    private static PortalFactoryOptions Node(ValkeyServer valkey, PortalFactory? first = null)
    {
        var options = new PortalFactoryOptions { Listens = true, Beside = first };
        options.Settings["ConnectionStrings:Valkey"] = valkey.ConnectionString;
        return options;
    }

    private static bool IsConnected(PortalFactory node) => node.Services.GetRequiredService<ValkeyChannel>().IsConnected;

    private async Task<IPage> SignInAsync(PortalFactory portal, string name)
    {
        var page = await browser.OpenAsync(portal.Address);
        page.SetDefaultTimeout(60_000);
        page.SetDefaultNavigationTimeout(60_000);
        await page.GotoAsync("/");
        await page.SignInAsync(name);
        // Home, or the only organization there is.
        await Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(portal.Address.ToString())), new() { Timeout = 60_000 });
        return page;
    }

    // The page is drawn before its circuit is there, and only a circuit hears.
    private static Task IsOpenAsync(PortalFactory portal, string name) => Eventually.TrueAsync(() =>
        portal.Services.GetRequiredService<Web.Authentication.Circuits.OpenCircuits>().People.Any(person => person.Id == IdOf(portal, name) && person.Organizations.Count == 1));

    private static string MembersOf(PortalFactory portal) => $"/organizations/{OrganizationOf(portal)}/people/members";

    private static OrganizationId OrganizationOf(PortalFactory portal) =>
        OrganizationId.Parse(portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == "Acme").Single().Id));

    private static UserId IdOf(PortalFactory portal, string name) => UserId.Parse(portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.Id));

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ORGPORTAL_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
