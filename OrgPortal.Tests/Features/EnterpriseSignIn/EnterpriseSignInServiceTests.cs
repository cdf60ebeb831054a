using System.Text.Json;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

public sealed class EnterpriseSignInServiceTests : IDisposable
{
    private static readonly string Creates = Call<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.CreateAsync));
    private static readonly string Lists = Call<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.ListAsync));
    private static readonly string SetsDomains = Call<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.SetDomainsAsync));
    private static readonly string Deletes = Call<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.DeleteAsync));
    private static readonly string Connects = Call<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.AddSsoConnectorAsync));

    private readonly ConnectionHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_connection_is_set_up_step_by_step_and_opens_only_at_the_end(StoreProvider provider)
    {
        using var house = new ConnectionHouse(provider);
        var connection = await house.StartAsync();
        var connector = house.Connector();
        Assert.Equal((SsoProviders.Oidc, "https://logto.example/callback/" + connector.Id), (connector.Provider, (await DetailsAsync(house, connection)).CallbackUrl.AbsoluteUri));
        Assert.StartsWith("Directory (", connector.Name, StringComparison.Ordinal);
        Assert.Empty(connector.Domains);

        Assert.Null((await house.Service.ConfigureOidcAsync(house.Acme, connection, new OidcForm($" {ConnectionHouse.Issuer}/ ", "logto", ConnectionHouse.Secret))).Failure);
        Assert.Null((await house.Service.ChooseDomainsAsync(house.Acme, connection, ["ACME.example"])).Failure);

        // A connector without domains is available to nobody, and one with real ones to everybody: until the end it has one that nobody has an address at.
        Assert.Equal((ConnectionHouse.Issuer, "logto", ConnectionHouse.Secret), (connector.Issuer, connector.ClientId, connector.Secret));
        Assert.Equal([connector.Id + ".invalid"], connector.Domains);
        Assert.Empty(house.Logto.JustInTimeSsoConnectors);
        Assert.Equal(ConnectionState.Draft, Assert.Single((await house.Service.ListAsync(house.Acme)).Value.Connections).State);

        Assert.Null((await house.Service.ActivateAsync(house.Acme, connection, [house.Member])).Failure);

        Assert.Equal([ConnectionHouse.Domain], connector.Domains);
        Assert.Equal((house.Acme, connector.Id), Assert.Single(house.Logto.JustInTimeSsoConnectors));
        Assert.Equal((house.Acme, house.Member), Assert.Single(house.Logto.JustInTimeRoles));
        var list = (await house.Service.ListAsync(house.Acme)).Value;
        var row = Assert.Single(list.Connections);
        Assert.Equal((connection, "Directory", ConnectionKind.Oidc, ConnectionState.Active, true, "Alice Adams"), (row.Id!.Value, row.Name, row.Kind, row.State, row.IsConnected, row.CreatedBy));
        Assert.Equal("member", Assert.Single(list.JoinRoles).Name);
        Assert.Equal(
            [AuditActions.StartConnection, AuditActions.ConfigureConnection, AuditActions.ChangeConnectionDomains, AuditActions.ActivateConnection],
            house.Audit.Records.Select(record => record.Action));
        Assert.All(house.Audit.Records, record => Assert.Equal("done", record.Outcome));
        Assert.All(house.Events.Published, happened => Assert.Equal(new ConnectionsChanged(house.Acme), happened));
    }

    [Fact]
    public async Task A_secret_is_nowhere_but_in_Logto_and_stays_there_until_a_new_one_is_typed()
    {
        var connection = await _house.OpenAsync();

        Assert.Null((await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "logto-2", null))).Failure);

        Assert.Equal(("logto-2", ConnectionHouse.Secret), (_house.Connector().ClientId, _house.Connector().Secret));
        Assert.Equal([ConnectionHouse.Domain], _house.Connector().Domains);
        var told = _house.Audit.Records.Select(record => JsonSerializer.Serialize(record.Act))
            .Concat(_house.Rows().Select(row => JsonSerializer.Serialize(row)))
            .Append(JsonSerializer.Serialize(await DetailsAsync(_house, connection)))
            .Append(JsonSerializer.Serialize((await _house.Service.ListAsync(_house.Acme)).Value))
            .Append($"{new OidcForm("a", "b", ConnectionHouse.Secret)} {new OidcConnectorSettings("a", "b", ConnectionHouse.Secret)} {await _house.Logto.SsoConnectorsClient.ReadConfigAsync(_house.Connector().Id)}")
            .Append(JsonSerializer.Serialize(await _house.Logto.SsoConnectorsClient.ReadConfigAsync(_house.Connector().Id)))
            .Append(JsonSerializer.Serialize(await _house.Logto.JustInTimeClient.ListSsoConnectorsAsync(_house.Acme)));
        Assert.All(told, text => Assert.DoesNotContain(ConnectionHouse.Secret, text, StringComparison.Ordinal));
        Assert.Equal("required", Assert.Single(Assert.IsType<Invalid>((await _house.Service.ConfigureOidcAsync(_house.Acme, await _house.StartAsync(name: "Other"), new OidcForm(ConnectionHouse.Issuer, "logto", " "))).Failure).Fields).Reason);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_seen_or_changed()
    {
        var connection = await _house.OpenAsync();
        _house.SignIn(_house.Bob);

        Assert.All(await TryAllAsync(connection), failure => Assert.IsType<Forbidden>(failure));
        Assert.Equal([ConnectionHouse.Domain], _house.Connector().Domains);
        Assert.Single(_house.Rows());
    }

    [Fact]
    public async Task Another_organizations_connection_is_not_there()
    {
        var connection = await _house.OpenAsync();
        _house.SignIn(_house.Greta);

        Assert.Empty((await _house.Service.ListAsync(_house.Globex)).Value.Connections);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Globex, connection)).Failure);
        Assert.IsType<NotFound>((await _house.Service.GetImpactAsync(_house.Globex, connection)).Failure);
        Assert.IsType<NotFound>((await _house.Service.ConfigureOidcAsync(_house.Globex, connection, new OidcForm(ConnectionHouse.Issuer, "x", "y"))).Failure);
        Assert.IsType<NotFound>((await _house.Service.ConfigureSamlAsync(_house.Globex, connection, new SamlForm(null, SamlSample.Metadata()))).Failure);
        Assert.IsType<NotFound>((await _house.Service.ChooseDomainsAsync(_house.Globex, connection, [ConnectionHouse.Domain])).Failure);
        Assert.IsType<NotFound>((await _house.Service.StartTrialAsync(_house.Globex, connection)).Failure);
        Assert.IsType<NotFound>((await _house.Service.ActivateAsync(_house.Globex, connection, [])).Failure);
        Assert.IsType<NotFound>((await _house.Service.DeactivateAsync(_house.Globex, connection)).Failure);
        Assert.IsType<NotFound>((await _house.Service.DeleteAsync(_house.Globex, connection)).Failure);
        Assert.Equal((ConnectionHouse.Domain, "logto"), (_house.Connector().Domains[0], _house.Connector().ClientId));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_cannot_decide_who_signs_in_as_whom()
    {
        var connection = await _house.PrepareAsync();
        _house.SignIn(_house.Sam);

        Assert.Equal(RefusalReasons.AdministratorsOnly, (await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "mine", "mine"))).Failure?.Code);
        Assert.Equal(RefusalReasons.AdministratorsOnly, (await _house.Service.ChooseDomainsAsync(_house.Acme, connection, [ConnectionHouse.Domain])).Failure?.Code);
        Assert.Equal(RefusalReasons.AdministratorsOnly, (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure?.Code);
        Assert.Equal("logto", _house.Connector().ClientId);
        Assert.Equal(3, _house.Audit.Records.Count(record => record.Outcome == "denied"));

        // Closing takes away, and is for an emergency.
        _house.SignIn(_house.Alice);
        await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member]);
        _house.SignIn(_house.Sam);
        Assert.Null((await _house.Service.DeactivateAsync(_house.Acme, connection)).Failure);
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
    }

    [Fact]
    public async Task Newcomers_get_no_more_than_whoever_opens_it_holds()
    {
        var connection = await _house.PrepareAsync();

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "payer"), (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Payer])).Failure);
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
        Assert.Equal(ConnectionStates.Draft, _house.Row(connection).State);
    }

    [Fact]
    public async Task Only_domains_that_are_proven_can_be_chosen_and_what_is_lost_is_taken_away()
    {
        var connection = await _house.StartAsync();
        Assert.Equal(RefusalReasons.DomainNotVerified, (await _house.Service.ChooseDomainsAsync(_house.Acme, connection, ["acme.test"])).Failure?.Code);
        Assert.Equal(RefusalReasons.DomainNotVerified, (await _house.Service.ChooseDomainsAsync(_house.Acme, connection, [ConnectionHouse.Domain, "globex.example"])).Failure?.Code);
        Assert.IsType<Invalid>((await _house.Service.ChooseDomainsAsync(_house.Acme, connection, [])).Failure);
        Assert.Equal(RefusalReasons.NotConfigured, (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure?.Code);

        var open = await _house.OpenAsync();
        _house.Lose(ConnectionHouse.Domain);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _house.UpkeepAsync();

        Assert.Equal((ConnectionStates.Draft, string.Empty), (_house.Row(open).State, _house.Row(open).Domains));
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
        Assert.DoesNotContain(_house.Logto.SsoConnectors, connector => connector.Domains.Contains(ConnectionHouse.Domain));
    }

    [Fact]
    public async Task What_was_proved_long_ago_is_proved_again_before_the_provider_changes()
    {
        var connection = await _house.PrepareAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.IsType<ReauthenticationRequired>((await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "x", "y"))).Failure);
        Assert.IsType<ReauthenticationRequired>((await _house.Service.ChooseDomainsAsync(_house.Acme, connection, [ConnectionHouse.Domain])).Failure);
        Assert.IsType<ReauthenticationRequired>((await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure);
        Assert.Equal("logto", _house.Connector().ClientId);
        Assert.Null((await _house.Service.DeleteAsync(_house.Acme, connection)).Failure);
    }

    [Theory]
    [InlineData("off", ConnectionKind.Oidc)]
    [InlineData("oidc", ConnectionKind.Saml)]
    [InlineData("all", ConnectionKind.Okta)]
    public async Task What_is_not_offered_is_not_begun(string offered, ConnectionKind kind)
    {
        using var house = new ConnectionHouse(("Portal:EnterpriseSignIn:SelfService", offered));

        Assert.Equal(RefusalReasons.SelfServiceOff, (await house.Service.StartAsync(house.Acme, new ConnectionForm("Directory", kind))).Failure?.Code);
        Assert.Empty(house.Logto.SsoConnectors);
    }

    [Fact]
    public async Task Where_organizations_are_named_only_those_may()
    {
        using var house = new ConnectionHouse(("Portal:EnterpriseSignIn:Organizations:0", "another00000"));

        Assert.Equal(RefusalReasons.SelfServiceOff, (await house.Service.StartAsync(house.Acme, new ConnectionForm("Directory", ConnectionKind.Oidc))).Failure?.Code);
        Assert.Equal(SelfService.Off, (await house.Service.ListAsync(house.Acme)).Value.Offered);
    }

    [Fact]
    public async Task Switched_off_by_the_operator_it_can_still_be_closed_and_deleted()
    {
        var connection = await _house.OpenAsync();
        using var later = new ConnectionHouse(("Portal:EnterpriseSignIn:SelfService", "off"));
        using (var context = later.Store.CreateDbContext())
        {
            context.Add(_house.Row(connection));
            context.SaveChanges();
        }

        later.Logto.SsoConnectors.Add(_house.Connector());
        Assert.Equal(RefusalReasons.SelfServiceOff, (await later.Service.ChooseDomainsAsync(later.Acme, connection, [ConnectionHouse.Domain])).Failure?.Code);
        Assert.Null((await later.Service.DeactivateAsync(later.Acme, connection)).Failure);
        Assert.Null((await later.Service.DeleteAsync(later.Acme, connection)).Failure);
        Assert.Empty(later.Rows());
    }

    [Fact]
    public async Task What_the_operator_connected_is_seen_and_not_touched()
    {
        var theirs = new FakeSsoConnector("theirs000001", SsoProviders.Okta, "Okta") { Domains = ["corp.example"], Secret = ConnectionHouse.Secret };
        _house.Logto.SsoConnectors.Add(theirs);
        _house.Logto.JustInTimeSsoConnectors.Add((_house.Acme, theirs.Id));

        var row = Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Connections);

        Assert.Equal((null, "Okta", ConnectionKind.Okta, ConnectionState.Provided, true), (row.Id, row.Name, row.Kind, row.State, row.IsConnected));
        Assert.Equal(["corp.example"], row.Domains);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_found_by_its_name()
    {
        _house.Logto.Calls.FailAfterActing(Creates, FakeLogtoCalls.Outage());

        var connection = await _house.StartAsync();

        Assert.Equal((ConnectionStates.Draft, _house.Connector().Id), (_house.Row(connection).State, _house.Row(connection).ConnectorId));
    }

    [Fact]
    public async Task A_creation_that_was_broken_off_is_undone_later()
    {
        _house.Logto.Calls.FailAfterActing(Creates, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Lists, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _house.Service.StartAsync(_house.Acme, new ConnectionForm("Directory", ConnectionKind.Oidc))).Failure);
        _house.Logto.SsoConnectors.Add(new FakeSsoConnector("other0000001", SsoProviders.Oidc, "Directory (somebody els)"));
        Assert.Empty((await _house.Service.ListAsync(_house.Acme)).Value.Connections);

        _house.Clock.Advance(TimeSpan.FromMinutes(5));
        await _house.UpkeepAsync();

        Assert.Equal("other0000001", _house.Connector().Id);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task When_Logto_fails_while_it_opens_it_stays_closed()
    {
        var connection = await _house.PrepareAsync();
        _house.Logto.Calls.Fail(SetsDomains, FakeLogtoCalls.Outage());

        Assert.Equal(new Interrupted(true, new Unavailable()), (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure);

        Assert.Equal(ConnectionStates.Draft, _house.Row(connection).State);
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
        Assert.Equal("failed", _house.Audit.Records[^1].Outcome);

        _house.Logto.Calls.Fail(Connects, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(SetsDomains, FakeLogtoCalls.Outage());
        Assert.Equal(new Interrupted(false, new Unavailable()), (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure);

        // It may be open, and is shown as that; trying again opens it, closing closes it.
        Assert.Equal(ConnectionStates.Active, _house.Row(connection).State);
        Assert.Null((await _house.Service.DeactivateAsync(_house.Acme, connection)).Failure);
        Assert.Equal(ConnectionStates.Draft, _house.Row(connection).State);
    }

    [Fact]
    public async Task While_the_identity_provider_does_not_answer_Logto_it_can_be_opened_and_closed_all_the_same()
    {
        var connection = await _house.PrepareAsync();
        _house.Logto.Calls.FailAfterActing(SetsDomains, FakeLogtoCalls.Outage(), times: 2);

        Assert.Null((await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure);
        Assert.Equal((ConnectionStates.Active, ConnectionHouse.Domain), (_house.Row(connection).State, Assert.Single(_house.Connector().Domains)));
        Assert.Null((await _house.Service.DeactivateAsync(_house.Acme, connection)).Failure);

        Assert.Equal((ConnectionStates.Draft, _house.Connector().Id + ".invalid"), (_house.Row(connection).State, Assert.Single(_house.Connector().Domains)));
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
    }

    [Fact]
    public async Task Closed_nobody_is_sent_through_it_and_the_settings_stay()
    {
        var connection = await _house.OpenAsync();

        Assert.Equal((3, "Alice Adams"), ((await _house.Service.GetImpactAsync(_house.Acme, connection)).Value.Members, (await _house.Service.GetImpactAsync(_house.Acme, connection)).Value.Names[0]));
        Assert.Null((await _house.Service.DeactivateAsync(_house.Acme, connection)).Failure);

        Assert.Equal([_house.Connector().Id + ".invalid"], _house.Connector().Domains);
        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
        var details = await DetailsAsync(_house, connection);
        Assert.Equal((ConnectionState.Draft, ConnectionHouse.Issuer), (details.Row.State, details.Provider));
        Assert.Equal([ConnectionHouse.Domain], details.Row.Domains);
        Assert.Equal(3, _house.Logto.Members.Count(member => member.Organization == _house.Acme));
    }

    [Fact]
    public async Task A_deletion_that_Logto_broke_off_is_finished_by_itself()
    {
        var connection = await _house.OpenAsync();
        _house.Logto.Calls.Fail(Deletes, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, connection)).Failure);

        Assert.Empty(_house.Logto.JustInTimeSsoConnectors);
        Assert.Equal(ConnectionState.Ending, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Connections).State);
        _house.Clock.Advance(TimeSpan.FromMinutes(5));
        await _house.UpkeepAsync();
        Assert.Empty(_house.Logto.SsoConnectors);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task A_set_up_that_nobody_goes_on_with_is_given_up()
    {
        await _house.PrepareAsync();
        var open = await _house.OpenAsync();
        _house.Clock.Advance(TimeSpan.FromDays(29));
        await _house.UpkeepAsync();
        Assert.Equal(2, _house.Rows().Count);

        _house.Clock.Advance(TimeSpan.FromDays(2));
        await _house.UpkeepAsync();

        Assert.Equal(open, Assert.Single(_house.Rows()).Id);
        Assert.Equal(_house.Row(open).ConnectorId, _house.Connector().Id);
    }

    [Fact]
    public async Task An_organization_that_is_gone_leaves_no_connector_behind()
    {
        await _house.OpenAsync();
        _house.Logto.Organizations.RemoveAll(organization => organization.Id == _house.Acme);
        _house.Clock.Advance(TimeSpan.FromDays(1));

        await _house.UpkeepAsync();

        Assert.Empty(_house.Logto.SsoConnectors);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task An_organization_has_no_more_than_it_may()
    {
        using var house = new ConnectionHouse(("Portal:EnterpriseSignIn:PerOrganization", "1"));
        await house.StartAsync();

        Assert.Equal("connections_per_organization", (await house.Service.StartAsync(house.Acme, new ConnectionForm("More", ConnectionKind.Oidc))).Failure?.Code);
        Assert.Single(house.Logto.SsoConnectors);
    }

    [Fact]
    public async Task A_test_passes_only_when_Logto_confirms_that_it_came_through_the_connection()
    {
        var connection = await _house.PrepareAsync();

        Assert.Equal(TrialOutcome.AnotherWay, await TryAsync(connection, _house.Bob, "bob@acme.example"));
        _house.Logto.SsoIdentities.Add((_house.Bob, _house.Connector().Id));
        Assert.Equal(TrialOutcome.OtherDomain, await TryAsync(connection, _house.Bob, "bob@elsewhere.example"));
        Assert.Equal(TrialOutcome.NoAddress, await TryAsync(connection, _house.Bob, null));
        Assert.Equal(TrialOutcome.Cancelled, await TryAsync(connection, null, null, SignInFailure.Cancelled));
        Assert.Equal(TrialOutcome.Refused, await TryAsync(connection, null, null, SignInFailure.Refused));
        Assert.Null((await DetailsAsync(_house, connection)).Row.TestedAt);
        Assert.Equal(TrialOutcome.Passed, await TryAsync(connection, _house.Bob, "bob@ACME.example"));
        Assert.Equal(_house.Clock.GetUtcNow(), (await DetailsAsync(_house, connection)).Row.TestedAt);

        // An answer that comes twice, or too late, changes nothing; other settings have not been tested.
        await _house.ReturnAsync(connection, null, null, SignInFailure.Refused);
        Assert.Equal(TrialOutcome.Passed, (await DetailsAsync(_house, connection)).Trial!.Outcome);
        await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "logto", null));
        Assert.Null((await DetailsAsync(_house, connection)).Trial);
    }

    [Fact]
    public async Task A_saml_provider_is_kept_as_it_was_read()
    {
        var connection = await _house.StartAsync(ConnectionKind.Saml);
        _house.Documents.Put("https://idp.acme.example/metadata", SamlSample.Metadata());

        Assert.Null((await _house.Service.ConfigureSamlAsync(_house.Acme, connection, new SamlForm("https://idp.acme.example/metadata", null))).Failure);

        var details = await DetailsAsync(_house, connection);
        Assert.Equal(("https://idp.acme.example", "https://idp.acme.example/sso", SamlSample.Ends), (details.Provider, details.SignInUrl?.AbsoluteUri, details.Row.CertificateEndsAt));
        Assert.Equal(
            ($"https://logto.example/api/authn/single-sign-on/saml/{_house.Connector().Id}", $"https://logto.example/enterprise-sso/{_house.Connector().Id}"), (details.CallbackUrl.AbsoluteUri, details.EntityId?.AbsoluteUri));
        Assert.Equal(("https://idp.acme.example", "https://idp.acme.example/sso"), (_house.Connector().EntityId, _house.Connector().SignInEndpoint));
        Assert.Equal("other_kind", Assert.IsType<Invalid>((await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "a", "b"))).Failure).Fields[0].Reason);
    }

    [Fact]
    public async Task A_list_and_a_connection_ask_no_identity_provider()
    {
        var connection = await _house.OpenAsync();
        await _house.Service.ListAsync(_house.Acme);
        _house.Logto.Calls.Clear();

        await _house.Service.ListAsync(_house.Acme);
        await _house.Service.GetAsync(_house.Acme, connection);

        Assert.Equal(4, _house.Logto.Calls.Made.Count(call => call.StartsWith(nameof(IOrganizationJustInTimeClient), StringComparison.Ordinal)));
        Assert.DoesNotContain(_house.Logto.Calls.Made, call => call.StartsWith(nameof(ISsoConnectorsClient), StringComparison.Ordinal));
    }

    private static string Call<T>(string method) => FakeLogtoCalls.Name(typeof(T).Name, method);

    private static async Task<ConnectionDetails> DetailsAsync(ConnectionHouse house, Guid connection) => (await house.Service.GetAsync(house.Acme, connection)).Value;

    private async Task<TrialOutcome?> TryAsync(Guid connection, Web.Logto.UserId? user, string? address, SignInFailure? failure = null)
    {
        var started = await _house.Service.StartTrialAsync(_house.Acme, connection);
        Assert.StartsWith("/sign-in/trial?ticket=", started.Value.Path, StringComparison.Ordinal);
        var next = await _house.ReturnAsync(connection, user, address, failure);
        Assert.Equal(ConnectionPaths.One(_house.Acme, connection), next.Value);
        return (await DetailsAsync(_house, connection)).Trial!.Outcome;
    }

    private async Task<IReadOnlyList<Failure?>> TryAllAsync(Guid connection) =>
    [
        (await _house.Service.ListAsync(_house.Acme)).Failure,
        (await _house.Service.GetAsync(_house.Acme, connection)).Failure,
        (await _house.Service.GetImpactAsync(_house.Acme, connection)).Failure,
        (await _house.Service.StartAsync(_house.Acme, new ConnectionForm("More", ConnectionKind.Oidc))).Failure,
        (await _house.Service.ConfigureOidcAsync(_house.Acme, connection, new OidcForm(ConnectionHouse.Issuer, "x", "y"))).Failure,
        (await _house.Service.ConfigureSamlAsync(_house.Acme, connection, new SamlForm(null, SamlSample.Metadata()))).Failure,
        (await _house.Service.ChooseDomainsAsync(_house.Acme, connection, [ConnectionHouse.Domain])).Failure,
        (await _house.Service.StartTrialAsync(_house.Acme, connection)).Failure,
        (await _house.Service.ActivateAsync(_house.Acme, connection, [_house.Member])).Failure,
        (await _house.Service.DeactivateAsync(_house.Acme, connection)).Failure,
        (await _house.Service.DeleteAsync(_house.Acme, connection)).Failure,
    ];
}
