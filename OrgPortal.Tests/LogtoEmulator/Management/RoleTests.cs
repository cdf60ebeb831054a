namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class RoleTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string Access = "management-api-access";

    [Fact]
    public async Task A_role_is_given_once_from_its_side_and_again_from_the_persons()
    {
        var role = await CreateAsync("reader");
        var (path, alice) = ($"/api/roles/{role}/users", Api.User("alice"));

        Assert.Equal(201, (await Api.PostAsync(path, new { userIds = new[] { alice } })).Status);
        Assert.Equal((422, "role.user_exists"), Refusal(await Api.PostAsync(path, new { userIds = new[] { alice } })));
        var again = await Api.PostAsync($"/api/users/{alice}/roles", new { roleIds = new[] { role } });
        Assert.Equal((201, 0), (again.Status, again.Json.GetProperty("addedRoleIds").GetArrayLength()));
        Assert.Equal([alice], (await Api.GetAsync(path)).All("id"));
        Assert.Equal((404, "entity.not_exists_with_id"), Refusal(await Api.PostAsync($"/api/users/{alice}/roles", new { roleIds = new[] { "none" } })));
    }

    [Fact]
    public async Task Only_machines_have_the_roles_of_applications()
    {
        Assert.Equal((422, "application.invalid_type"), Refusal(await Api.GetAsync("/api/applications/orgportal-web-dev/roles")));
        Assert.Equal([Access], (await Api.GetAsync("/api/applications/orgportal-m2m-dev/roles")).All("id"));
        Assert.Equal((422, "entity.invalid_input"), Refusal(await Api.PutAsync("/api/applications/orgportal-m2m-dev/roles", new { roleIds = new[] { Access } })));
    }

    [Fact]
    public async Task The_Management_API_is_opened_to_no_person()
    {
        var role = await CreateAsync("reader");

        Assert.Equal(
            (400, "role.management_api_scopes_not_assignable_to_user_role"),
            Refusal(await Api.PostAsync($"/api/roles/{role}/scopes", new { scopeIds = new[] { "management-api-all" } })));
        Assert.Equal((422, "role.scope_exists"), Refusal(await Api.PostAsync($"/api/roles/{Access}/scopes", new { scopeIds = new[] { "management-api-all" } })));
    }

    [Fact]
    public async Task A_tenant_has_one_default_resource_at_most()
    {
        var first = await ResourceAsync("https://one.example");
        var second = await ResourceAsync("https://two.example");
        await Api.PatchAsync($"/api/resources/{first}/is-default", new { isDefault = true });

        Assert.True((await Api.PatchAsync($"/api/resources/{second}/is-default", new { isDefault = true })).Json.GetProperty("isDefault").GetBoolean());
        Assert.False((await Api.GetAsync($"/api/resources/{first}")).Json.GetProperty("isDefault").GetBoolean());
        Assert.Equal(0, (await Api.GetAsync("/api/resources/none/scopes")).Count);
    }

    [Fact]
    public async Task Lists_are_searched_by_field()
    {
        await CreateAsync("reader");
        await CreateAsync("writer");

        Assert.Equal(["writer"], (await Api.GetAsync("/api/roles?search.name=WRITER&mode=exact")).All("name"));
        Assert.Equal(2, (await Api.GetAsync("/api/roles?search.name=%25er")).Count);
        Assert.Equal((400, "request.invalid_input"), Refusal(await Api.GetAsync("/api/roles?search.type=x")));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);


    private async Task<string> CreateAsync(string name) => (await Api.PostAsync("/api/roles", new { name, description = name })).Text("id");

    private async Task<string> ResourceAsync(string indicator) => (await Api.PostAsync("/api/resources", new { name = indicator, indicator })).Text("id");
}
