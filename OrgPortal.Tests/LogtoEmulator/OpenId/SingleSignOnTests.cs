using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class SingleSignOnTests : EmulatorTest
{
    private const string Connector = "initech0idp0";

    [Fact]
    public async Task Who_comes_through_a_company_is_put_into_the_organizations_that_list_its_connector()
    {
        Connect();
        Join(Acme);
        var browser = Browser();

        var claims = (await browser.ExchangeAsync(await ComeAsync(browser))).Claims("id_token");

        Assert.Equal("Peter", claims.GetProperty("name").GetString());
        Assert.Equal($"{Acme}:member", claims.GetProperty("organization_roles")[0].GetString());
        Assert.Equal(Connector, State.Read(tables => tables.Users.FindByEmail("peter@initech.example")!.SsoIdentities.Single().SsoConnectorId));
    }

    [Fact]
    public async Task Who_came_before_the_connector_was_the_organizations_does_not_join_later()
    {
        Connect();
        Assert.True((await ComeAsync(Browser())).IsCallback);

        Join(Acme);
        Assert.True((await ComeAsync(Browser())).IsCallback);

        Assert.Empty(State.Read(tables => tables.Members.OrganizationsOf(tables.Users.FindByEmail("peter@initech.example")!.Id)));
    }

    [Fact]
    public async Task A_connector_takes_with_it_who_people_are_there()
    {
        Connect();
        await ComeAsync(Browser());

        State.Write(tables => tables.DeleteSsoConnector(Connector));
        Connect();
        Join(Acme);
        await ComeAsync(Browser());

        Assert.Equal([Acme], State.Read(tables => tables.Members.OrganizationsOf(tables.Users.FindByEmail("peter@initech.example")!.Id).ToArray()));
    }

    [Fact]
    public async Task Where_sign_up_is_closed_nobody_new_comes_through()
    {
        Connect("""{"signInMode":"SignIn"}""");

        var page = await ComeAsync(Browser());

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Null(State.Read(tables => tables.Users.FindByEmail("peter@initech.example")));
        State.Write(tables => tables.CreateUser(new NewUser { PrimaryEmail = "peter@initech.example" }));
        Assert.True((await ComeAsync(Browser())).IsCallback);
    }

    private static async Task<Arrival> ComeAsync(OidcBrowser browser)
    {
        var ask = await browser.FollowAsync(await browser.AuthorizeAsync(OidcBrowser.AllScopes, ("first_screen", "single_sign_on")));
        var provider = await browser.SubmitAsync(ask, ("identifier", "peter@initech.example"));
        return await browser.SubmitAsync(provider, ("identifier", "peter@initech.example"), ("name", "Peter"));
    }

    private void Connect(string settings = "{}") => State.Write(tables =>
    {
        tables.SsoConnectors.Put(new SsoConnector { Id = Connector, ProviderName = "OIDC", ConnectorName = "Initech", Domains = ["initech.example"] });
        tables.SignInExperience = new SignInExperience(StateJson.Merged(tables.SignInExperience.Row, StateJson.Parse(settings)));
    });

    private void Join(string organization) => State.Write(tables => tables.JustInTime.Put(new JustInTimeSettings(organization)
    {
        EmailDomains = ["initech.example"],
        SsoConnectorIds = [Connector],
        RoleIds = [tables.OrganizationRoles.Single(role => role.Name == "member").Id],
    }));
}
