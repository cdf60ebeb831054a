using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.App;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Opens every page, dialog and menu in every state it has, and lets somebody look at each.</summary>
/// <param name="portal">A portal of its own: the tour changes much in it. Made with <see cref="PrepareAsync"/>.</param>
/// <param name="open">Opens a browser of one's own at a portal.</param>
/// <param name="culture">The language of the tour.</param>
/// <param name="look">Looks at a state, named in words that can be part of a file's name. What it does to the window it takes back.</param>
internal sealed partial class Tour(PortalFactory portal, Func<Uri, Task<IPage>> open, CultureInfo culture, Func<string, IPage, Task> look)
{
    private const string BadAddress = "no-address@";
    private static readonly string LongAddress = new string('m', 60) + "@a-rather-long-domain-of-nobody-in-particular.example";

    private readonly Words _words = new(culture);
    private readonly Dictionary<string, string> _organizations = [];

    /// <summary>A portal to be shown around in.</summary>
    public static async Task<PortalFactory> PrepareAsync()
    {
        var options = new PortalFactoryOptions { Listens = true };
        var portal = await PortalFactory.StartAsync(options);
        portal.Logto.Seed(SampleSeed.Json());
        return portal;
    }

    /// <summary>The whole tour.</summary>
    public async Task WalkAsync()
    {
        portal.Logto.State.Read(tables =>
        {
            foreach (var organization in tables.Organizations.Where(_ => true))
            {
                _organizations[organization.Name] = organization.Id;
            }

            return 0;
        });
        await PublicPagesAsync();
        var ana = await SignInAsync("ana");
        await EmptyAuditAsync(ana);
        await HomeAsync(ana);
        await WizardAsync();
        await MembersAsync(ana);
        await InvitationsAsync(ana);
        await LandingAsync();
        await SettingsAsync(ana);
        await AuditAsync(ana);
        await WithoutRightsAsync();
        await LostAsync();
        await BrokenAsync();
        await AwayAsync(ana);
    }

    private string Acme => $"/organizations/{_organizations[SampleSeed.Organization]}";

    private string Extreme => $"/organizations/{_organizations[SampleSeed.LongOrganization]}";

    private async Task PublicPagesAsync()
    {
        var page = await OpenAsync();
        foreach (var path in (string[])["/signed-out", "/access-denied", "/error", "/status/429"])
        {
            await GoAsync(page, path);
            await look("public " + path.Trim('/').Replace('/', ' '), page);
        }

        foreach (var reason in (string[])["refused", "cancelled", "unconfirmed", "expired", "unavailable"])
        {
            await GoAsync(page, "/sign-in-failed?reason=" + reason);
            await look("sign-in " + reason, page);
        }

        await page.Locator(".public-bar [popovertarget]").First.ClickAsync();
        await look("public menu language", page);
        await page.Context.CloseAsync();
    }

    private async Task HomeAsync(IPage page)
    {
        await GoAsync(page, "/?stay=1");
        await Expect(page.Locator(".list-row")).ToHaveCountAsync(3);
        await look("home", page);
        await page.Locator(".person-button").ClickAsync();
        await look("home menu account", page);
        await page.Keyboard.PressAsync("Escape");
        var carol = await SignInAsync("carol");
        await Expect(carol.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("home empty", carol);
        await carol.Context.CloseAsync();
    }

    private async Task WizardAsync()
    {
        var page = await SignInAsync("dave");
        await GoAsync(page, "/organizations/new");
        var name = page.GetByLabel(_words.Of<OrganizationsText>("NameLabel"));
        await Expect(name).ToBeEnabledAsync();
        await look("wizard 1", page);
        await ClickAsync(page, _words.Of<OrganizationsText>("Continue"));
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await look("wizard 1 error", page);
        await name.FillAsync(SampleSeed.LongOrganization);
        await ClickAsync(page, _words.Of<OrganizationsText>("Continue"));
        var addresses = page.GetByLabel(_words.Of<OrganizationsText>("AddressesLabel"));
        await addresses.FillAsync($"erin@example.com, {BadAddress}, dave@example.com, {LongAddress}");
        await addresses.PressAsync("Enter");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Radio, new() { Name = "admin" }).CheckAsync();
        await look("wizard 2", page);
        await page.Locator(".chip.tone-danger button").First.ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Radio, new() { Name = "member" }).CheckAsync();
        portal.Logto.Faults.Add("POST /api/organization-invitations 503 x1");
        await page.Locator(".sheet-foot .button-primary").ClickAsync();
        await Expect(page.Locator(".pill").Nth(1)).ToBeVisibleAsync();
        await look("wizard 3", page);
        await page.Context.CloseAsync();
    }

    private async Task MembersAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(12);
        await look("members", page);
        await MenuAsync(page, page.Locator("#side .switcher").First, "members menu organizations");
        await MenuAsync(page, page.Locator(".side-foot .switcher"), "members menu account");
        await MenuAsync(page, page.Locator(".top-bar [popovertarget]").Last, "members menu language");
        await MenuAsync(page, page.Locator(".filter"), "members menu filter");
        var row = Row(page, "sofia@acme.example");
        await MenuAsync(page, row.Locator(".select"), "members menu role");
        await MenuAsync(page, row.Locator(".icon-button"), "members menu row");

        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<MembersText>("ChooseSeveral") }).ClickAsync();
        await DialogAsync(page, "members dialog roles");
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "admin" }).ClickAsync();
        await DialogAsync(page, "members dialog administrator");
        await row.Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<MembersText>("RemoveFrom", "Acme") }).ClickAsync();
        await DialogAsync(page, "members dialog remove");

        portal.Logto.Faults.Add("PUT /api/organizations/{id}/users/{userId}/roles 404 x1");
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(page.Locator(".row-detail, .toast").First).ToBeVisibleAsync();
        await look("members refused", page);
        portal.Logto.Faults.Clear();
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(row.Locator(".select")).ToContainTextAsync("editor");
        await Expect(page.Locator(".toast").Last).ToBeVisibleAsync();
        await look("members toast", page);

        await GoAsync(page, Acme + "/people/members?q=nobody-of-this-name");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("members nothing found", page);
        await GoAsync(page, Extreme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await look("members extreme", page);
        await page.Locator("tbody tr").Filter(new() { HasText = SampleSeed.LongPerson }).Locator(".icon-button").ClickAsync();
        await page.Locator(".menu-item-danger").Last.ClickAsync();
        await DialogAsync(page, "members extreme dialog remove");
        await GoAsync(page, $"/organizations/{_organizations["مؤسسة الأفق"]}/people/members");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("members alone", page);
    }

    private async Task InvitationsAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/invitations");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("invitations empty", page);
        await page.Locator(".page-header-actions .button-primary").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator(".select").First).ToBeEnabledAsync();
        await look("invite dialog", page);
        var addresses = dialog.Locator("textarea");
        await addresses.FillAsync($"erin@example.com carol@example.com bob@example.com alice@example.com dave@example.com ana@acme.example, {BadAddress}, {LongAddress}");
        await addresses.PressAsync("Enter");
        await Expect(dialog.Locator(".chip")).ToHaveCountAsync(8);
        await look("invite dialog chips", page);
        await dialog.Locator(".select").First.ClickAsync();
        await look("invite dialog menu role", page);
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "admin" }).ClickAsync();
        await Expect(dialog.Locator(".callout")).ToBeVisibleAsync();
        await look("invite dialog administrator", page);
        await dialog.Locator(".select").First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "member" }).ClickAsync();
        await Expect(dialog.Locator(".callout")).ToBeHiddenAsync();
        portal.Logto.Faults.Add("POST /api/organization-invitations 503 x1");
        await dialog.Locator(".button-primary").ClickAsync();
        await Expect(dialog.Locator(".pill").First).ToBeVisibleAsync();
        await look("invite results", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        End("carol@example.com", InvitationStatus.Revoked);
        End("bob@example.com", InvitationStatus.Accepted);
        End("alice@example.com", InvitationStatus.Pending);
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("tbody tr").Nth(3)).ToBeVisibleAsync();
        await look("invitations", page);
        await MenuAsync(page, page.Locator(".filter"), "invitations menu status");
        var open = page.Locator("tbody tr").Filter(new() { HasText = _words.Of<InvitationText>("StatePending") }).First;
        await MenuAsync(page, open.Locator(".icon-button"), "invitations menu row");
        await open.Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<InvitationText>("ActRevoke") }).ClickAsync();
        await DialogAsync(page, "invitations dialog revoke");
        await open.Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<InvitationText>("ActCopyLink") }).ClickAsync();
        await DialogAsync(page, "invitations dialog link");
        var ended = page.Locator("tbody tr").Filter(new() { HasText = _words.Of<InvitationText>("StateRevoked") }).First;
        await ended.Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<InvitationText>("ActDelete") }).ClickAsync();
        await DialogAsync(page, "invitations dialog delete");
    }

    private async Task LandingAsync()
    {
        var anybody = await OpenAsync();
        await LandAsync(anybody, "/invitation/nobodyHasThisTokenNobodyHasThisT", "unknown");
        await LandAsync(anybody, LinkOf("dave@example.com"), "signed out");
        await LandAsync(anybody, LinkOf("carol@example.com"), "revoked");
        await LandAsync(anybody, LinkOf("bob@example.com"), "accepted");
        await LandAsync(anybody, LinkOf("alice@example.com"), "expired");
        await anybody.Context.CloseAsync();

        var dave = await SignInAsync("dave");
        await LandAsync(dave, LinkOf("dave@example.com"), "ready");
        await LandAsync(dave, LinkOf("erin@example.com"), "other account");
        await GoAsync(dave, "/?stay=1");
        await Expect(dave.Locator(".list li").First).ToBeVisibleAsync();
        await look("home invited", dave);
        await GoAsync(dave, LinkOf("dave@example.com"));
        await dave.Locator("button[type=submit].button-large").Last.ClickAsync();
        await Expect(dave.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("landing declined", dave);
        await dave.Context.CloseAsync();
    }

    private async Task SettingsAsync(IPage page)
    {
        await GoAsync(page, Acme + "/settings");
        var delete = page.GetByRole(AriaRole.Button, new() { Name = _words.Of<OrganizationsText>("DeleteVerb", "Acme") });
        await Expect(delete).ToBeEnabledAsync();
        await look("settings", page);
        await ClickAsync(page, _words.Of<OrganizationsText>("LeaveVerb", "Acme"));
        await DialogAsync(page, "settings dialog leave");
        await delete.ClickAsync();
        await Expect(page.Locator(".danger-details input")).ToBeVisibleAsync();
        await look("settings delete", page);
        await page.Locator(".danger-details input").FillAsync("Acme");
        await Expect(page.Locator(".button-danger-filled")).ToBeEnabledAsync();
        await look("settings delete typed", page);
        await page.Locator(".danger-details .button:not(.button-danger-filled)").ClickAsync();
        await ClickAsync(page, _words.Of<MembersText>("HandOver", "Acme"));
        await Expect(page.Locator(".danger-details .choice").First).ToBeVisibleAsync();
        await look("settings hand over", page);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Grace Okafor" }).CheckAsync();
        await Expect(page.Locator(".danger-details .bullets")).ToBeVisibleAsync();
        await look("settings hand over chosen", page);
        await page.Locator(".danger-details .search-box input").FillAsync("nobody-of-this-name");
        await Expect(page.Locator(".danger-details [role=status]")).ToHaveTextAsync(_words.Of<MembersText>("HandOverNobodyFound"));
        await look("settings hand over nobody", page);
        await GoAsync(page, Extreme + "/settings");
        await Expect(page.Locator(".danger-row .button").First).ToBeEnabledAsync();
        await look("settings extreme", page);

        // Signed in half an hour ago.
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(-30));
        var grace = await SignInAsync("grace");
        portal.Logto.Clock.Reset();
        await GoAsync(grace, Acme + "/settings");
        await grace.GetByRole(AriaRole.Button, new() { Name = _words.Of<OrganizationsText>("DeleteVerb", "Acme") }).ClickAsync();
        await DialogAsync(grace, "settings dialog identity");
        await grace.Context.CloseAsync();
    }

    private async Task EmptyAuditAsync(IPage page)
    {
        await GoAsync(page, Acme + "/audit");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("audit empty", page);
    }

    private async Task AuditAsync(IPage page)
    {
        await GoAsync(page, Acme + "/audit");
        await Expect(page.Locator("tbody tr").Nth(4)).ToBeVisibleAsync();
        await look("audit", page);
        await page.Locator("tbody tr").Filter(new() { HasText = _words.Of<AuditText>("action.member.roles.change") }).First.Locator(".icon-button").ClickAsync();
        await Expect(page.Locator(".audit-detail")).ToBeVisibleAsync();
        await look("audit detail", page);
        for (var filter = 0; filter < 3; filter++)
        {
            await MenuAsync(page, page.Locator(".filter").Nth(filter), $"audit menu {filter + 1}");
        }

        await GoAsync(page, Acme + "/audit?result=failed&from=2026-01-01");
        await Expect(page.Locator(".filter.is-on")).ToBeVisibleAsync();
        await look("audit filtered", page);
        await GoAsync(page, Acme + "/audit?q=nothing-of-this-name");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("audit nothing found", page);
    }

    private async Task WithoutRightsAsync()
    {
        var page = await SignInAsync("sofia");
        foreach (var place in (string[])["people/members", "people/invitations", "settings", "audit"])
        {
            await GoAsync(page, $"{Acme}/{place}");
            await Expect(page.Locator("tbody tr:not(.row-skeleton), main .empty-state, .danger-row").First).ToBeVisibleAsync();
            await look("without rights " + place.Replace('/', ' '), page);
        }

        await page.Context.CloseAsync();

        var options = new PortalFactoryOptions { Listens = true, Beside = portal };
        options.Settings["Portal:Circuits:PerPerson"] = "1";
        await using var narrow = await PortalFactory.StartAsync(options);
        var first = await SignInAsync("noah");
        await first.GotoAsync(new Uri(narrow.Address, Acme + "/people/members").AbsoluteUri);
        await Eventually.TrueAsync(() => narrow.Services.GetRequiredService<OpenCircuits>().People.Count > 0);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(new Uri(narrow.Address, Acme + "/people/members").AbsoluteUri);
        await Expect(second.GetByText(_words.Of<AppText>("TooManyPagesTitle")).First).ToBeVisibleAsync();
        await look("too many pages", second);
        await first.Context.CloseAsync();
    }

    private async Task AwayAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(12);
        portal.Logto.Faults.Add("* /api/** 503:60 x100000");
        await Expect(page.GetByText(_words.Of<AppText>("UncertainTitle"))).ToBeVisibleAsync();
        await look("away", page);
        await GoAsync(page, Extreme + "/audit");
        await Expect(page.Locator(".callout").First).ToBeVisibleAsync();
        await look("away from the start", page);
        await LandAsync(await OpenAsync(), LinkOf("erin@example.com"), "unavailable");
        portal.Logto.Faults.Clear();
    }

    private async Task LostAsync()
    {
        var page = await SignInAsync("jon");
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(12);
        var jon = portal.Logto.State.Read(tables => tables.Users.FindByUsername("jon")!.Id);
        portal.Logto.State.Write(tables => tables.RemoveMember(_organizations[SampleSeed.Organization], jon));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = _words.Of<AppText>("AccessLostTitle", "Acme") })).ToBeVisibleAsync();
        await look("access lost", page);
        await page.Context.CloseAsync();
    }

    private async Task BrokenAsync()
    {
        var page = await SignInAsync("grace");
        await GoAsync(page, "/nowhere");
        await look("not found", page);
        await GoAsync(page, Acme + "/people/members");
        portal.Logto.Faults.Add("PUT /api/organizations/{id}/users/{userId}/roles 422 x1");
        await Row(page, "noah@acme.example").Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        await look("broken", page);
        await page.Context.CloseAsync();
    }

    private async Task LandAsync(IPage page, string link, string state)
    {
        await GoAsync(page, link);
        await look("landing " + state, page);
    }

    private string LinkOf(string address) => portal.Logto.MailTo(address)[^1].Link!;

    private void End(string address, InvitationStatus status) => portal.Logto.State.Write(tables =>
    {
        var invitation = tables.Invitations.Where(one => one.Invitee == address).Single();
        tables.Invitations.Put(invitation with { Status = status, ExpiresAt = status == InvitationStatus.Pending ? tables.Now - 1000 : invitation.ExpiresAt });
    });

    private async Task<IPage> OpenAsync()
    {
        var page = await open(portal.Address);
        await page.Context.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => { globalThis.prerendered = document.getElementById('main'); })");
        return page;
    }

    private async Task<IPage> SignInAsync(string name)
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?stay=1");
        await page.Locator("[name=identifier]").FillAsync(portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.PrimaryEmail!));
        await page.Locator("[name=password]").FillAsync(TestBrowser.PasswordOf(name));
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.WaitForURLAsync(url => url.StartsWith(portal.Address.AbsoluteUri, StringComparison.Ordinal));
        await ReadyAsync(page);
        return page;
    }

    private static async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await ReadyAsync(page);
    }

    // What the circuit draws replaces what was prerendered: nothing is looked at or clicked before.
    private static async Task ReadyAsync(IPage page)
    {
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('script[src*=\"blazor.web\"]') || document.getElementById('main') !== globalThis.prerendered");
    }

    private static ILocator Row(IPage page, string text) => page.Locator("tbody tr").Filter(new() { HasText = text });

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private async Task MenuAsync(IPage page, ILocator button, string name)
    {
        await button.ClickAsync();
        await Expect(page.Locator("[popover]:popover-open.menu")).ToBeVisibleAsync();
        await look(name, page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[popover]:popover-open.menu")).ToHaveCountAsync(0);
    }

    private async Task DialogAsync(IPage page, string name)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await look(name, page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
