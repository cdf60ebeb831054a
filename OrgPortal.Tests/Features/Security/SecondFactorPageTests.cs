using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Security;

public sealed class SecondFactorPageTests : MudTestContext
{
    private readonly SecurityHouse _house = new();

    public SecondFactorPageTests()
    {
        _house.AddTo(Services);
        Services.AddSingleton<ICurrentUser>(_house.User);
        Services.AddSingleton<TimeProvider>(_house.Clock);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task It_is_counted_when_somebody_thinks_of_it_and_what_is_found_appears()
    {
        var page = Open();
        Assert.Equal("Nobody has counted yet", page.Find(".tally-title").Words());
        page.Find("input[role=switch]").Change(true);
        page.WaitForAssertion(() => Assert.Equal("Counting…", page.Find(".tally-title").Words()));

        await _house.WorkAsync<SecondFactorCounting>();

        page.WaitForAssertion(() => Assert.Equal("3 of 4 have no second factor", page.Find(".tally-title").Words()));
        Assert.Equal(["1 authenticator app", "3 without"], page.FindAll(".legend li").Select(one => one.Words()));
        page.WaitForAssertion(() => Assert.Equal(["Ann Archer", "Bob Brown", "Sam Secure"], page.FindAll(".people-without .person-name").Select(one => one.Words()).Order()));
        page.Button("Remind Bob Brown").Click();
        page.WaitForAssertion(() => Assert.Equal("Remind 2 people", page.Find(".card-actions .button").Words()));
        Toasts.WaitForAssertion(() => Assert.Contains("Bob Brown was reminded", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_is_chosen_the_consequences_stand_before_the_button_and_it_can_be_called_off()
    {
        await _house.CountAsync();
        var page = Open();
        page.Find("input[role=switch]").Change(true);

        page.Button("Require from 7 Dec 2026").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("3 of 4 have no second factor.", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Require from 7 Dec 2026").Click();

        page.WaitForAssertion(() => Assert.Equal("From 7 Dec 2026", page.Find(".pill").Words()));
        Assert.False(_house.IsRequired);
        page.Button("Call it off").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Nothing changes for anybody.", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Call it off").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".pill")));
        Assert.False(page.Find("input[role=switch]").HasAttribute("checked"));
    }

    [Fact]
    public void Where_nobody_who_administers_gets_in_it_is_said_by_itself()
    {
        _house.Logto.SecondFactors.Clear();
        var page = Open();
        Assert.Contains("You have no second factor yourself", page.Markup, StringComparison.Ordinal);
        page.Find("input[role=switch]").Change(true);
        page.Find(".chips-row");
        page.Button("Now").Click();

        page.Button("Require now").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("You have none yourself", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Require now").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Nobody who administers Acme has a second factor", Dialogs.Markup, StringComparison.Ordinal));
        Assert.False(_house.IsRequired);
        Dialogs.Button("Require it all the same").Click();

        page.WaitForAssertion(() => Assert.True(_house.IsRequired));
    }

    [Fact]
    public void Where_none_is_offered_the_switch_is_off_and_says_why()
    {
        _house.Logto.Mfa = new([]);

        var page = Open();

        Assert.Equal("Your sign-in offers no second factor.", page.Find(".callout-title").Words());
        Assert.True(page.Find("input[role=switch]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Switching_it_off_asks_who_one_is_first_and_says_what_it_means()
    {
        await _house.Service.RequireAsync(_house.Acme);
        _house.Clock.Advance(TimeSpan.FromHours(1));
        var page = Open();
        page.Find("input[role=switch]").Change(false);
        Dialogs.WaitForAssertion(() => Assert.Contains("Require none any more", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Cancel").Click();
        page.WaitForAssertion(() => Assert.True(page.Find("input[role=switch]").HasAttribute("checked")));

        _house.SignIn(_house.Alice);
        page.Find("input[role=switch]").Change(false);
        Dialogs.WaitForAssertion(() => Assert.Contains("a password alone is enough", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Require none any more").Click();

        page.WaitForAssertion(() => Assert.False(_house.IsRequired));
    }

    [Fact]
    public void Whoever_may_not_sees_who_can_help()
    {
        _house.SignIn(_house.Bob);

        Assert.Equal("You cannot manage sign-in security", Open().Find(".empty-title").Words());
    }

    [Fact]
    public async Task Instead_of_a_page_whoever_has_none_is_led_to_set_one_up_and_back()
    {
        await _house.Service.RequireAsync(_house.Acme);
        _house.SignIn(_house.Bob);
        var closed = Render<SecondFactorClosed>(parameters => parameters.AddCascadingValue(Access([]) with { IsClosed = true }));

        Assert.Equal("Acme requires a second factor", closed.Find("h1").Words());
        closed.Button("I have set it up, look again").Click();
        closed.WaitForAssertion(() => Assert.StartsWith("There is still none.", closed.Find(".set-up-note").Words(), StringComparison.Ordinal));

        closed.Button("Sign in again and set one up").Click();
        closed.WaitForAssertion(() => Assert.Contains("prompt=login", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_an_identity_provider_is_connected_both_sides_are_told_that_it_leads_nobody()
    {
        _house.Logto.SsoConnectors.Add(new FakeSsoConnector("c1", SsoProviders.Oidc, "Directory"));
        _house.Logto.JustInTimeSsoConnectors.Add((_house.Acme, "c1"));
        _house.Logto.SsoIdentities.Add((_house.Bob, "c1"));
        await _house.Service.RequireAsync(_house.Acme);

        Assert.StartsWith("Whoever signs in through an identity provider", Open().Find(".callout-title").Words(), StringComparison.Ordinal);
        _house.SignIn(_house.Bob);
        var closed = Render<SecondFactorClosed>(parameters => parameters.AddCascadingValue(Access([]) with { IsClosed = true }));

        Assert.Contains("Logto does not ask you", closed.Find(".set-up-note").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_day_a_note_tells_those_who_have_none_and_nobody_else()
    {
        await _house.Service.RequireAsync(_house.Acme, _house.Clock.GetUtcNow().AddDays(8));
        Assert.Empty(Render<SecondFactorNote>(parameters => parameters.AddCascadingValue(Access([]))).FindAll(".callout"));

        _house.SignIn(_house.Bob);
        var note = Render<SecondFactorNote>(parameters => parameters.AddCascadingValue(Access([])));
        Assert.Equal("Acme requires a second factor from 1 Dec 2026. You have none yet.", note.Find(".callout p").Words());

        _house.SignIn(_house.Alice);
        await _house.Service.CallOffAsync(_house.Acme);
        note.WaitForAssertion(() => Assert.Empty(note.FindAll(".callout")));
    }

    private OrganizationAccess Access(IReadOnlyCollection<PermissionKey> permissions) => new(_house.Acme, "Acme", null, ["admin"], permissions);

    private IRenderedComponent<SecondFactorPage> Open()
    {
        Navigation.NavigateTo(SecondFactorPaths.Settings(_house.Acme));
        return Render<SecondFactorPage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).AddCascadingValue(Access([OrganizationPermissions.ManageSecurity])));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }
}
