using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class JustInTimeTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private string Settings => $"/api/organizations/{Api.Acme}/jit";

    [Fact]
    public async Task Domains_are_kept_as_they_come_but_not_twice()
    {
        Assert.Equal(201, (await AddDomainAsync("Example.ORG")).Status);
        Assert.Equal(201, (await AddDomainAsync("not a domain")).Status);

        var again = await AddDomainAsync("Example.ORG");

        Assert.Equal((422, "entity.unique_integrity_violation"), (again.Status, again.Code));
        Assert.Equal(["Example.ORG", "not a domain"], (await Api.GetAsync($"{Settings}/email-domains")).All("emailDomain"));
    }

    [Fact]
    public async Task A_domain_of_129_characters_is_too_long_for_the_column()
    {
        var reply = await AddDomainAsync(new string('x', 129));

        Assert.Equal((422, "entity.value_too_long"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Replaced_domains_must_differ()
    {
        await AddDomainAsync("a.example");
        var reply = await Api.PutAsync($"{Settings}/email-domains", new { emailDomains = new[] { "b.example", "b.example" } });

        Assert.Equal(422, reply.Status);
        Assert.Equal(["a.example"], (await Api.GetAsync($"{Settings}/email-domains")).All("emailDomain"));
    }

    [Fact]
    public async Task An_unknown_organization_has_no_domains_but_its_roles_are_not_found()
    {
        Assert.Equal(0, (await Api.GetAsync("/api/organizations/gone/jit/email-domains")).Count);
        Assert.Equal("entity.not_exists_with_id", (await Api.GetAsync("/api/organizations/gone/jit/roles")).Code);
    }

    [Fact]
    public async Task Who_signs_up_with_the_domain_joins_with_the_default_roles_for_people()
    {
        await AddDomainAsync("corp.example");
        await Api.PostAsync($"{Settings}/roles", new { organizationRoleIds = new[] { Api.Role("member"), Api.Role("service") } });

        var user = Api.State.Write(tables => tables.Register(new NewUser { PrimaryEmail = "new@corp.example" }));

        Assert.Equal(["member"], (await Api.GetAsync($"/api/organizations/{Api.Acme}/users/{user.Id}/roles")).All("name"));
    }

    [Theory]
    [InlineData("new@CORP.example")]
    [InlineData("new@sub.corp.example")]
    public async Task Only_the_very_domain_counts(string email)
    {
        await AddDomainAsync("corp.example");

        var user = Api.State.Write(tables => tables.Register(new NewUser { PrimaryEmail = email }));

        Assert.Equal(0, (await Api.GetAsync($"/api/users/{user.Id}/organizations")).Count);
    }

    [Fact]
    public async Task Who_is_created_or_signs_in_does_not_join()
    {
        await AddDomainAsync("corp.example");

        var user = (await Api.PostAsync("/api/users", new { primaryEmail = "new@corp.example" })).Text("id");
        Api.State.Write(tables => tables.RecordSignIn(user, null));

        Assert.Equal(0, (await Api.GetAsync($"/api/users/{user}/organizations")).Count);
    }

    [Fact]
    public async Task Who_comes_through_an_SSO_connector_joins_where_it_is_listed_and_not_by_domain()
    {
        var other = await Api.CreateOrganizationAsync("Initech");
        await AddDomainAsync("corp.example");
        var connector = (await Api.PostAsync("/api/sso-connectors", new { providerName = "OIDC", connectorName = "Corp" })).Text("id");
        await Api.PostAsync($"/api/organizations/{other}/jit/sso-connectors", new { ssoConnectorIds = new[] { connector } });

        var user = Api.State.Write(tables => tables.Register(new NewUser { PrimaryEmail = "new@corp.example" }, connector));

        Assert.Equal([other], (await Api.GetAsync($"/api/users/{user.Id}/organizations")).All("id"));
    }

    [Fact]
    public async Task A_deleted_connector_provisions_nobody()
    {
        var connector = (await Api.PostAsync("/api/sso-connectors", new { providerName = "OIDC", connectorName = "Corp" })).Text("id");
        await Api.PostAsync($"{Settings}/sso-connectors", new { ssoConnectorIds = new[] { connector } });

        await Api.DeleteAsync($"/api/sso-connectors/{connector}");

        Assert.Equal(0, (await Api.GetAsync($"{Settings}/sso-connectors")).Count);
    }

    private Task<Reply> AddDomainAsync(string emailDomain) => Api.PostAsync($"{Settings}/email-domains", new { emailDomain });
}
