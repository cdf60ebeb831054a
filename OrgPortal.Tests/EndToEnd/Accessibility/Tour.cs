using System.Globalization;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Opens every page, dialog and menu in every state it has, and lets somebody look at each.</summary>
/// <param name="portal">A portal of its own: the tour changes much in it. Made with <see cref="PrepareAsync"/>.</param>
/// <param name="open">Opens a browser of one's own at a portal.</param>
/// <param name="culture">The language of the tour.</param>
/// <param name="ended">Is told when a part of the tour could not be walked to its end.</param>
/// <param name="look">Looks at a state, named in words that can be part of a file's name. What it does to the window it takes back.</param>
internal sealed partial class Tour(PortalFactory portal, Func<Uri, Task<IPage>> open, CultureInfo culture, Func<string, IPage, Task> look, Action<string> ended)
{
    // Not the one that waits, hidden, for a fault of the circuit.
    private const string Toast = ".toasts .toast";
    private const string BadAddress = "no-address@";
    private static readonly string LongAddress = new string('m', 60) + "@a-rather-long-domain-of-nobody-in-particular.example";

    private readonly Words _words = new(culture);
    private readonly Dictionary<string, string> _organizations = [];

    /// <summary>What a deployer wants to know of organizations: every kind of field. None is required, so that the wizard is as everywhere.</summary>
    private static readonly (string Key, string Value)[] Fields =
    [
        ("0:Key", "costCenter"), ("0:Label:en", "Cost center"), ("0:Label:zh-Hans", "成本中心"), ("0:Help:en", "It stands in your contract, and on every invoice."), ("0:Help:zh-Hans", "见合同及每张发票。"),
        ("1:Key", "seats"), ("1:Type", "Number"), ("1:Min", "1"), ("1:Label:en", "Seats"), ("1:Label:zh-Hans", "席位"),
        ("2:Key", "partner"), ("2:Type", "Boolean"), ("2:Label:en", "Partner of ours"), ("2:Label:zh-Hans", "合作伙伴"),
        ("3:Key", "plan"), ("3:Type", "Select"), ("3:Options:0:Value", "Basic"), ("3:Options:1:Value", "Gold"), ("3:Label:en", "Plan"), ("3:Label:zh-Hans", "套餐"), ("3:EditableBy", "Operators"),
        ("4:Key", "region"), ("4:Type", "Select"), ("4:Options:0:Value", "EU"), ("4:Options:1:Value", "US"), ("4:Label:en", "Where data is kept"), ("4:Label:zh-Hans", "数据存放地"),
        ("5:Key", "notes"), ("5:Type", "Multiline"), ("5:Label:en", "Notes"), ("5:Label:zh-Hans", "备注"), ("5:VisibleTo", "Administrators"),
        ("6:Key", "since"), ("6:Type", "Date"), ("6:Label:en", "Customer since"), ("6:Label:zh-Hans", "客户起始日期"),
    ];

    /// <summary>A portal to be shown around in.</summary>
    public static async Task<PortalFactory> PrepareAsync()
    {
        var options = new PortalFactoryOptions
        {
            Listens = true,
            Settings = { ["Portal:Domains:TrustAddresses"] = "true", ["Portal:Domains:DevelopmentAnswers:example.com"] = "Found", ["Scheduling:Mode"] = "Store", ["Portal:PseudoLanguage"] = "true", ["Portal:EnterpriseSignIn:SelfService"] = "all", ["Portal:Operators:Role"] = EmulatorOptions.OperatorRole },
        };
        foreach (var (key, value) in Fields)
        {
            options.Settings["Portal:CustomFields:" + key] = value;
        }

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
        await PartAsync(PublicPagesAsync);
        var ana = await SignInAsync("ana");
        foreach (var part in (Func<IPage, Task>[])
        [
            EmptyAuditAsync, HomeAsync, OverviewAsync, PaletteAsync, _ => WizardAsync(), MembersAsync, MemberAsync, InvitationsAsync, _ => LandingAsync(), LinksAsync, ImportAsync, RequestsAsync,
            SeveralAsync, OwnAsync, SettingsAsync, HeldAsync, SecondFactorAsync, _ => MachinesAsync(), _ => WebhooksAsync(), _ => EnterpriseSignInAsync(), _ => OperatorsAsync(), _ => VisitsAsync(), AuditAsync, _ => WithoutRightsAsync(), _ => LostAsync(), _ => BrokenAsync(), AwayAsync,
        ])
        {
            await PartAsync(() => part(ana));
        }
    }

    // One state that cannot be reached does not keep the rest from being looked at.
    private async Task PartAsync(Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (Exception stopped) when (stopped is PlaywrightException or TimeoutException or InvalidOperationException)
        {
            portal.Logto.Faults.Clear();
            ended(stopped.Message);
        }
    }

    private string Acme => $"/organizations/{_organizations[SampleSeed.Organization]}";

    private string Extreme => $"/organizations/{_organizations[SampleSeed.LongOrganization]}";

    private string LinkOf(string address) => portal.Logto.MailTo(address) is [.., { Link: { } link }] ? link : throw new InvalidOperationException($"There is no mail to {address}.");

    private void End(string address, InvitationStatus status) => portal.Logto.State.Write(tables =>
    {
        var invitation = tables.Invitations.Where(one => one.Invitee == address).Single();
        tables.Invitations.Put(invitation with { Status = status, ExpiresAt = status == InvitationStatus.Pending ? tables.Now - 1000 : invitation.ExpiresAt });
    });

    private Task<IPage> OpenAsync() => open(portal.Address);

    private async Task<IPage> SignInAsync(string name)
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?stay=1");
        await page.Locator("[name=identifier]").FillAsync(portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.PrimaryEmail!));
        await page.Locator("[name=password]").FillAsync(TestBrowser.PasswordOf(name));
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.ExpectAtAsync(portal.Address);
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
        await page.WaitUntilReadyAsync();
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
