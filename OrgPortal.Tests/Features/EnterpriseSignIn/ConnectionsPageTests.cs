using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

/// <summary>The pages of enterprise sign-in over the real services; Alice, the administrator of Acme, looks at them unless somebody else is told.</summary>
public sealed class ConnectionsPageTests : MudTestContext
{
    private readonly ConnectionHouse _house = new();

    public ConnectionsPageTests()
    {
        _house.AddTo(Services);
        Services.AddInvitations();
        Services.AddAuditLog();
        Services.AddOptions<PortalOptions>().Configure(portal => portal.PublicUrl = "https://portal.example");
        Services.AddSingleton<PortalAddress>();
        Services.AddSingleton(new PortalBrand("OrgPortal"));
        Clock.SetUtcNow(_house.Clock.GetUtcNow());
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void A_set_up_begins_with_a_name_and_leads_to_its_first_step()
    {
        var page = Open();

        page.Button("Connect an identity provider").Click();
        Dialogs.Find("input.input").Input("Directory");
        Dialogs.Button("Begin").Click();

        page.WaitForAssertion(() => Assert.EndsWith(ConnectionPaths.Step(_house.Acme, Assert.Single(_house.Rows()).Id, 1), Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_may_not_see_it_is_told_why()
    {
        _house.SignIn(_house.Bob);

        var page = Open();

        Assert.Equal("You cannot see enterprise sign-in", page.Find(".empty-title").Words());
    }

    [Fact]
    public void What_the_operator_set_up_has_no_link_and_where_nothing_is_offered_it_says_whom_to_ask()
    {
        Services.GetRequiredService<IOptions<EnterpriseSignInOptions>>().Value.SelfService = "off";
        _house.Logto.SsoConnectors.Add(new FakeSsoConnector("theirs000001", SsoProviders.Entra, "Entra of Acme") { Domains = ["acme.example"] });
        _house.Logto.JustInTimeSsoConnectors.Add((_house.Acme, "theirs000001"));

        var page = Open();

        page.WaitForAssertion(() => Assert.Equal("Entra of Acme", page.Find(".list-title").Words()));
        Assert.Equal("Set up by the operator", page.Find(".pill").Words());
        Assert.Contains("Enterprise sign-in is set up by whoever runs OrgPortal", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".list a"));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Where_sign_up_is_closed_it_says_that_nobody_new_comes_in()
    {
        _house.Logto.SignInMode = "SignIn";

        var page = OpenOne(await _house.StartAsync(), 1);

        Assert.Equal("Only people who have an account can come in", page.Find(".callout-title").Words());
    }

    [Fact]
    public async Task Every_step_says_what_it_needs_and_the_last_opens_it()
    {
        var connection = await _house.StartAsync();
        var first = OpenOne(connection, 1);
        Assert.Equal(["https://logto.example/callback/" + _house.Connector().Id, "openid profile email"], first.FindAll(".copyable code").Select(code => code.Words()));

        var settings = OpenOne(connection, 2);
        settings.FindAll("input.input")[0].Input("https://nobody.example");
        settings.FindAll("input.input")[1].Input("logto");
        settings.FindAll("input.input")[2].Input(ConnectionHouse.Secret);
        settings.Find("form").Submit();
        settings.WaitForAssertion(() => Assert.Contains("no discovery document", settings.Find(".field-error").Words(), StringComparison.Ordinal));
        settings.FindAll("input.input")[0].Input(ConnectionHouse.Issuer);
        settings.Find("form").Submit();
        settings.WaitForAssertion(() => Assert.EndsWith("step=3", Navigation.Uri, StringComparison.Ordinal));
        Assert.DoesNotContain(ConnectionHouse.Secret, settings.Markup, StringComparison.Ordinal);

        var domains = OpenOne(connection, 3);
        Assert.Equal(["acme.example"], domains.FindAll("label.is-chosen .choice-name").Select(name => name.Words()));
        Assert.Single(domains.FindAll("label.is-locked"));
        domains.Find("form").Submit();
        domains.WaitForAssertion(() => Assert.EndsWith("step=4", Navigation.Uri, StringComparison.Ordinal));

        var last = OpenOne(connection, 5);
        Assert.Contains("Nobody has signed in through it yet", last.Markup, StringComparison.Ordinal);
        last.WaitForAssertion(() => Assert.Equal(["member"], last.FindAll("label.is-chosen .choice-name").Select(name => name.Words())));
        last.Find("form").Submit();
        last.WaitForAssertion(() => Assert.Equal("Active", last.Find(".pill").Words()));
        Assert.Equal(["acme.example"], _house.Connector().Domains);
    }

    [Fact]
    public async Task Left_and_come_back_to_it_goes_on_where_something_is_missing()
    {
        var connection = await _house.PrepareAsync();

        var page = OpenOne(connection);
        Assert.Equal("Test", page.Find("[aria-current=step] .step-name").Words());
        Assert.Equal("Start the test sign-in", page.FindAll(".card-foot button")[^1].Words());

        await _house.Service.StartTrialAsync(_house.Acme, connection);
        _house.Logto.SsoIdentities.Add((_house.Bob, _house.Connector().Id));
        await _house.ReturnAsync(connection, _house.Bob, "bob@acme.example");

        page.WaitForAssertion(() => Assert.Equal("Switch on", page.Find("[aria-current=step] .step-name").Words()));
    }

    [Fact]
    public async Task Deleting_says_whom_it_concerns()
    {
        var connection = await _house.OpenAsync();
        var page = OpenOne(connection);

        page.FindAll(".danger-row button")[1].Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("3 members have an address of its domains", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Alice Adams", Dialogs.Markup, StringComparison.Ordinal);
        Dialogs.Button("Delete Directory").Click();
        page.WaitForAssertion(() => Assert.Empty(_house.Rows()));
        Assert.Empty(_house.Logto.SsoConnectors);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }

    private IRenderedComponent<ConnectionsPage> Open()
    {
        var page = Render<ConnectionsPage>(parameters => parameters.Add(p => p.OrganizationId, _house.Acme.Value));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy=true]")));
        return page;
    }

    private IRenderedComponent<ConnectionPage> OpenOne(Guid connection, int? step = null)
    {
        Navigation.NavigateTo(step is { } number ? ConnectionPaths.Step(_house.Acme, connection, number) : ConnectionPaths.One(_house.Acme, connection));
        var page = Render<ConnectionPage>(parameters => parameters.Add(p => p.OrganizationId, _house.Acme.Value).Add(p => p.ConnectionId, connection));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy=true]")));
        return page;
    }
}
