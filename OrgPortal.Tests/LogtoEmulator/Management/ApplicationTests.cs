namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class ApplicationTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/applications";

    [Fact]
    public async Task A_new_application_is_a_200_without_a_secret_but_with_one_to_be_read()
    {
        var reply = await CreateAsync("bot");

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain("secret", reply.Body, StringComparison.OrdinalIgnoreCase);
        var secret = Assert.Single((await Api.GetAsync($"{All}/{reply.Text("id")}/secrets")).Json.EnumerateArray());
        Assert.Equal("Default secret", secret.GetProperty("name").GetString());
        Assert.Matches("^[A-Za-z0-9]{32}$", secret.GetProperty("value").GetString());
    }

    [Fact]
    public async Task Secrets_have_names_of_their_own_and_expire_in_the_future()
    {
        var secrets = $"{All}/{(await CreateAsync("bot")).Text("id")}/secrets";
        Assert.Equal(201, (await Api.PostAsync(secrets, new { name = "second" })).Status);

        Assert.Equal("application.secret_name_exists", (await Api.PostAsync(secrets, new { name = "second" })).Code);
        Assert.Equal("request.invalid_input", (await Api.PostAsync(secrets, new { name = "old", expiresAt = 1 })).Code);
        Assert.Equal("third", (await Api.PatchAsync($"{secrets}/second", new { name = "third" })).Text("name"));
        Assert.Equal(204, (await Api.DeleteAsync($"{secrets}/third")).Status);
    }

    [Fact]
    public async Task Metadata_nobody_set_is_absent()
    {
        var reply = await Api.PostAsync(All, new
        {
            name = "web",
            type = "Traditional",
            oidcClientMetadata = new { redirectUris = new[] { "http://a/cb" }, postLogoutRedirectUris = Array.Empty<string>() },
            customClientMetadata = new { alwaysIssueRefreshToken = true },
        });

        Assert.Equal(
            """{"redirectUris":["http://a/cb"],"postLogoutRedirectUris":[]}""",
            reply.Json.GetProperty("oidcClientMetadata").GetRawText());
        Assert.Equal("""{"alwaysIssueRefreshToken":true}""", reply.Json.GetProperty("customClientMetadata").GetRawText());
    }

    [Fact]
    public async Task Metadata_of_a_wrong_type_is_refused() =>
        Assert.Equal("guard.invalid_input", (await Api.PostAsync(All, new
        {
            name = "web", type = "Traditional", customClientMetadata = new { refreshTokenTtlInDays = "many" },
        })).Code);

    [Fact]
    public async Task Only_machines_belong_to_organizations()
    {
        var applications = $"/api/organizations/{Api.Acme}/applications";
        var web = await Api.PostAsync(applications, new { applicationIds = new[] { "orgportal-web-dev" } });
        var bot = await Api.PostAsync(applications, new { applicationIds = new[] { "orgportal-m2m-dev" } });

        Assert.Equal((422, "entity.db_constraint_violated"), (web.Status, web.Code));
        Assert.Equal((201, "Created"), (bot.Status, bot.Body));
        Assert.Equal(["orgportal-m2m-dev"], (await Api.GetAsync(applications)).All("id"));
    }

    [Fact]
    public async Task Machines_take_roles_for_machines_and_never_an_empty_list()
    {
        await Api.PostAsync($"/api/organizations/{Api.Acme}/applications", new { applicationIds = new[] { "orgportal-m2m-dev" } });
        var roles = $"/api/organizations/{Api.Acme}/applications/orgportal-m2m-dev/roles";

        Assert.Equal(201, (await Api.PostAsync(roles, new { organizationRoleIds = new[] { Api.Role("service") } })).Status);
        Assert.Equal("entity.db_constraint_violated", (await Api.PostAsync(roles, new { organizationRoleIds = new[] { Api.Role("member") } })).Code);
        Assert.Equal("guard.invalid_input", (await Api.PutAsync(roles, new { organizationRoleIds = Array.Empty<string>() })).Code);
        Assert.Equal(["service"], (await Api.GetAsync(roles)).All("name"));
        Assert.Equal(["Acme"], (await Api.GetAsync($"{All}/orgportal-m2m-dev/organizations")).All("name"));
    }

    [Fact]
    public async Task Roles_of_a_machine_outside_ask_for_membership() => Assert.Equal(
        "organization.require_membership",
        (await Api.GetAsync($"/api/organizations/{Api.Acme}/applications/orgportal-m2m-dev/roles")).Code);

    [Fact]
    public async Task Applications_can_be_asked_for_by_type_and_absence()
    {
        await CreateAsync("bot");
        await Api.PostAsync($"/api/organizations/{Api.Acme}/applications", new { applicationIds = new[] { "orgportal-m2m-dev" } });

        var reply = await Api.GetAsync($"{All}?types=MachineToMachine&excludeOrganizationId={Api.Acme}&page=1");

        Assert.Equal(["bot"], reply.All("name"));
        Assert.Equal("1", reply.Total);
    }

    [Fact]
    public async Task A_deleted_application_leaves_its_organizations()
    {
        var id = (await CreateAsync("bot")).Text("id");
        await Api.PostAsync($"/api/organizations/{Api.Acme}/applications", new { applicationIds = new[] { id } });

        Assert.Equal(204, (await Api.DeleteAsync($"{All}/{id}")).Status);

        Assert.Equal(0, (await Api.GetAsync($"/api/organizations/{Api.Acme}/applications")).Count);
        Assert.Equal("entity.not_exists_with_id", (await Api.DeleteAsync($"{All}/{id}")).Code);
    }

    private Task<Reply> CreateAsync(string name) => Api.PostAsync(All, new { name, type = "MachineToMachine" });
}
