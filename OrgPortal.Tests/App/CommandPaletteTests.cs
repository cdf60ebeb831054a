using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.App.Palette;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.App;

public sealed class CommandPaletteTests : MudTestContext
{
    private readonly FakeShellSource _shell = new();
    private readonly FakeSearch _search = new();

    public CommandPaletteTests()
    {
        _shell.Add("acme", "Acme");
        _shell.Add("berlin", "Berlin Studio");
        Services.AddSingleton<IShellSource>(_shell);
        Services.AddSingleton<ICommandSearch>(_search);
        Services.AddScoped<ICommandSource, Commands>();
        Services.AddScoped<INavigationSource, AuditEntry>();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private string Path => new Uri(Navigation.Uri).PathAndQuery;

    [Fact]
    public void Before_it_is_opened_nothing_of_it_is_there_and_nothing_is_read()
    {
        var palette = Show();

        Assert.Empty(palette.FindAll("dialog, input"));
        Assert.Equal((0, 0), (_shell.Listings, _search.Asked.Count));
    }

    [Fact]
    public void Opened_it_offers_acts_and_the_pages_of_the_navigation_and_still_reads_nothing()
    {
        var palette = Open(OrganizationPermissions.InviteMembers, OrganizationPermissions.ReadAudit);

        Assert.Equal(["Actions", "Go to", "My account"], Titles(palette));
        Assert.Equal(["Invite people", "Create organization", "Switch between light and dark", "Change language 简体中文"], Options(palette).Take(4));
        Assert.Contains("People", Options(palette));
        Assert.Contains("Audit log", Options(palette));
        Assert.Equal((0, 0), (_shell.Listings, _search.Asked.Count));
        Assert.Equal("orgPortal.palette.show", JSInterop.Invocations.Last().Identifier);
    }

    [Fact]
    public void Every_letter_looks_through_what_is_known_and_marks_it()
    {
        var palette = Open(OrganizationPermissions.ReadMembers);

        palette.Find("input").Input("lin");

        Assert.Equal(["林晓 matches Lin Xiao", "Maya Lindqvist"], Options(palette));
        Assert.Equal(["Lin", "Lin"], palette.FindAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("People in Acme", Titles(palette)[0]);
        Assert.Equal("2 results", palette.Find("[role=status]").TextContent);
    }

    [Fact]
    public void What_must_be_asked_for_waits_for_a_pause_and_is_asked_once()
    {
        var palette = Open(OrganizationPermissions.ReadMembers);

        palette.Find("input").Input("b");
        palette.Find("input").Input("be");
        palette.Find("input").Input("ber");
        Assert.Empty(_search.Asked);
        Clock.Advance(SearchBox.Pause);

        palette.WaitForAssertion(() => Assert.Contains("Berlin Studio", Options(palette)));
        Assert.Equal(["ber"], _search.Asked);
        palette.Find("input").Input("berl");
        Clock.Advance(SearchBox.Pause);
        palette.WaitForAssertion(() => Assert.Equal(["ber", "berl"], _search.Asked));
        Assert.Equal(1, _shell.Listings);
        Assert.DoesNotContain("Acme", Options(palette));
    }

    [Fact]
    public void Who_was_found_by_words_that_are_not_shown_is_shown_all_the_same()
    {
        _search.Finds = [Person("u9", "Zoë Ng")];
        var palette = Open(OrganizationPermissions.ReadMembers);

        palette.Find("input").Input("nobody");
        Clock.Advance(SearchBox.Pause);

        palette.WaitForAssertion(() => Assert.Contains("Zoë Ng", Options(palette)));
    }

    [Fact]
    public void Who_is_found_later_takes_the_place_of_looking_further_but_not_of_what_was_chosen()
    {
        _search.Finds = [Person("u9", "Looker")];
        var palette = Open(OrganizationPermissions.ReadMembers);
        palette.Find("input").Input("look");
        Assert.Equal("Look further", Active(palette));
        Clock.Advance(SearchBox.Pause);
        palette.WaitForAssertion(() => Assert.Equal("Looker", Active(palette)));

        Press(palette, "End");
        palette.Render(parameters => parameters.Add(p => p.Access, Access(OrganizationPermissions.ReadMembers, OrganizationPermissions.ReadAudit)));

        Assert.Equal("Look further", Active(palette));
    }

    [Fact]
    public void The_arrows_go_round_and_Enter_takes_what_is_active()
    {
        var palette = Open(OrganizationPermissions.ReadMembers);
        palette.Find("input").Input("lin");
        Assert.Equal("林晓 matches Lin Xiao", Active(palette));

        Press(palette, "ArrowDown");
        Assert.Equal("Maya Lindqvist", Active(palette));
        Press(palette, "ArrowDown");
        Assert.Equal("林晓 matches Lin Xiao", Active(palette));
        Press(palette, "End");
        Assert.Equal("Maya Lindqvist", Active(palette));
        Press(palette, "Home");
        Press(palette, "ArrowUp");
        Assert.Equal(palette.Find("[aria-selected=true]").Id, palette.Find("input").GetAttribute("aria-activedescendant"));
        Press(palette, "Enter");

        palette.WaitForAssertion(() => Assert.Equal("/people/u2", Path));
        Assert.Empty(palette.FindAll("dialog"));
        Assert.Contains(JSInterop.Invocations, call => call.Identifier == "orgPortal.palette.close");
        Assert.Equal(1, _search.Rests);
    }

    [Fact]
    public void What_was_used_lately_comes_first_the_next_time()
    {
        var palette = Open(OrganizationPermissions.ReadMembers);
        palette.Find("input").Input("maya");
        Press(palette, "Enter");
        palette.WaitForAssertion(() => Assert.Empty(palette.FindAll("dialog")));

        palette.InvokeAsync(palette.Instance.Open);

        Assert.Equal("Recently used", Titles(palette)[0]);
        Assert.Equal("Maya Lindqvist", Options(palette)[0]);
        palette.Render(parameters => parameters.Add(p => p.Access, Access()));
        palette.WaitForAssertion(() => Assert.DoesNotContain("Maya Lindqvist", Options(palette)));
    }

    [Fact]
    public void An_act_that_is_not_permitted_stays_and_says_who_can_help()
    {
        var palette = Open();
        var invite = palette.FindAll("[role=option]").Single(option => option.TextContent.Contains("Invite people", StringComparison.Ordinal));
        Assert.Equal("true", invite.GetAttribute("aria-disabled"));
        Assert.Contains("\"Invite people\"", invite.GetAttribute("aria-description"), StringComparison.Ordinal);

        invite.Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("\"Invite people\"", Dialogs.Find(".why-not").TextContent, StringComparison.Ordinal));
        Assert.Equal("/", Path);
    }

    [Fact]
    public void A_right_that_is_taken_away_takes_along_what_it_showed()
    {
        var palette = Open(OrganizationPermissions.ReadMembers);
        palette.Find("input").Input("lin");
        Assert.Contains("Maya Lindqvist", Options(palette));

        palette.Render(parameters => parameters.Add(p => p.Access, Access()));

        Assert.DoesNotContain("Maya Lindqvist", Options(palette));
    }

    [Fact]
    public void What_only_a_form_of_the_page_can_do_is_pressed_there()
    {
        var palette = Open();
        palette.Find("input").Input("sign out");

        Press(palette, "Enter");

        palette.WaitForAssertion(() => Assert.Equal("form[action=\"/sign-out\"] button", JSInterop.Invocations["orgPortal.shell.press"].Single().Arguments[0]));
    }

    [Fact]
    public void Nothing_found_says_so_in_the_words_that_were_typed()
    {
        var palette = Open();

        palette.Find("input").Input("xyzzy");

        Assert.Equal("Nothing found for “xyzzy”.", palette.Find(".palette-none").TextContent);
        Assert.Empty(Options(palette));
    }

    [Fact]
    public async Task Keys_lead_to_pages_and_acts_that_are_permitted_and_to_no_others()
    {
        var palette = Show(OrganizationPermissions.ReadAudit);

        await palette.InvokeAsync(() => palette.Instance.PressAsync("i"));
        await palette.InvokeAsync(() => palette.Instance.PressAsync("g x"));
        Assert.Equal("/", Path);

        await palette.InvokeAsync(() => palette.Instance.PressAsync("g a"));
        Assert.Equal("/organizations/acme/audit", Path);
        palette.Render(parameters => parameters.Add(p => p.Access, Access(OrganizationPermissions.InviteMembers)));
        await palette.InvokeAsync(() => palette.Instance.PressAsync("i"));
        Assert.Equal("/invite", Path);
    }

    [Fact]
    public async Task The_list_of_shortcuts_shows_those_that_work_here_and_switches_single_keys_off()
    {
        JSInterop.Setup<bool>("orgPortal.shell.areKeysOff").SetResult(false);
        var palette = Show(OrganizationPermissions.ReadAudit);

        await palette.InvokeAsync(palette.Instance.OpenShortcutsAsync);

        Dialogs.WaitForAssertion(() => Assert.Contains("Audit log", Dialogs.Find(".shortcuts").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Invite people", Dialogs.Find(".shortcuts").TextContent, StringComparison.Ordinal);
        Assert.Empty(Dialogs.FindAll("li.is-off"));

        Dialogs.Find("[role=switch]").Change(false);

        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("li.is-off")));
        Assert.Equal(false, JSInterop.Invocations["orgPortal.shell.switchKeys"].Single().Arguments[0]);
        Assert.DoesNotContain("is-off", Dialogs.FindAll(".shortcuts li")[0].ClassName ?? string.Empty, StringComparison.Ordinal);
    }

    private static OrganizationAccess Access(params PermissionKey[] permissions) => new(OrganizationId.Parse("acme"), "Acme", null, [], permissions);

    private static PaletteCommand Person(string id, string name) =>
        new($"person:{id}", PaletteGroup.People, name, IconName.Person) { Href = $"/people/{id}", Permission = OrganizationPermissions.ReadMembers, Face = new PaletteFace(id, name, null) };

    private static string[] Titles(IRenderedComponent<CommandPalette> palette) => [.. palette.FindAll(".palette-group").Select(title => title.Words())];

    private static string[] Options(IRenderedComponent<CommandPalette> palette) => [.. palette.FindAll("[role=option] .palette-text").Select(option => option.Words())];

    private static string Active(IRenderedComponent<CommandPalette> palette) => palette.Find("[aria-selected=true] .palette-text").Words();

    private static void Press(IRenderedComponent<CommandPalette> palette, string key) => palette.Find("input").KeyDown(key);

    private IRenderedComponent<CommandPalette> Show(params PermissionKey[] permissions) => Render<CommandPalette>(parameters => parameters.Add(palette => palette.Access, Access(permissions)));

    private IRenderedComponent<CommandPalette> Open(params PermissionKey[] permissions)
    {
        var palette = Show(permissions);
        palette.InvokeAsync(palette.Instance.Open);
        return palette;
    }

    private sealed class Commands : ICommandSource
    {
        public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) =>
            [new PaletteCommand("act:invite", PaletteGroup.Actions, "Invite people", IconName.Plus) { Href = "/invite", Permission = OrganizationPermissions.InviteMembers, Keys = "i", Order = 1 }];

        public IEnumerable<PaletteCommand> SearchesFor(OrganizationAccess? access, string text) =>
            text == "look" ? [new PaletteCommand("search:further", PaletteGroup.Pages, "Look further", IconName.Search) { Href = "/further" }] : [];
    }

    private sealed class AuditEntry : INavigationSource
    {
        public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) =>
            [new NavigationItem("Audit log", IconName.List, "/organizations/acme/audit", 200) { Permission = OrganizationPermissions.ReadAudit, Keys = "g a" }];
    }

    private sealed class FakeSearch : ICommandSearch
    {
        public List<string> Asked { get; } = [];

        public IReadOnlyList<PaletteCommand> Finds { get; set; } = [];

        public int Rests { get; private set; }

        public IReadOnlyList<PaletteCommand> Known(OrganizationAccess access) =>
            access.Allows(OrganizationPermissions.ReadMembers) ? [Person("u1", "林晓"), Person("u2", "Maya Lindqvist")] : [];

        public Task<Result<IReadOnlyList<PaletteCommand>>> FindAsync(OrganizationAccess access, string text, CancellationToken cancellationToken)
        {
            Asked.Add(text);
            return Task.FromResult(Result.Of(Finds));
        }

        public void Rest() => Rests++;
    }
}
