using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class OrganizationTemplateContract(ContractHosts hosts)
{
    private const string Roles = "api/organization-roles";
    private const string Scopes = "api/organization-scopes";

    [Theory, Contract]
    public async Task Lists_of_roles_show_their_permissions_and_a_role_alone_does_not(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var scope = api.Name("read");
        var role = await api.CreateRoleAsync("role", "User", await api.CreateScopeAsync(scope));

        var alone = await api.GetAsync($"{Roles}/{role}");
        var listed = Assert.Single((await api.GetAsync($"{Roles}?q={alone.Text("name")}")).Json.EnumerateArray());

        Assert.Equal(scope, Assert.Single(listed.GetProperty("scopes").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(0, listed.GetProperty("resourceScopes").GetArrayLength());
        Assert.Equal("User", listed.GetProperty("type").GetString());
        Assert.Equal(["description", "id", "name", "tenantId", "type"], alone.Json.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal((404, "entity.not_found"), Refusal(await api.GetAsync(Roles + "/nonexistent00")));
    }

    [Theory, Contract]
    public async Task Names_are_unique_and_made_whole_or_not_at_all(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (role, scope) = (await api.CreateRoleAsync("role"), await api.CreateScopeAsync(api.Name("read")));
        var roleName = (await api.GetAsync($"{Roles}/{role}")).Text("name");
        var scopeName = (await api.GetAsync($"{Scopes}/{scope}")).Text("name");
        var other = api.Name("role");

        Assert.Equal((422, "entity.unique_integrity_violation"), Refusal(await api.PostAsync(Roles, new { name = roleName })));
        Assert.Equal((422, "entity.unique_integrity_violation"), Refusal(await api.PostAsync(Scopes, new { name = scopeName })));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.PostAsync(Roles, new { name = other, organizationScopeIds = new[] { "nonexistent00" } })));
        Assert.Equal(0, (await api.GetAsync($"{Roles}?q={other}")).Count);
        Assert.Equal((404, "entity.not_exists_with_id"), Refusal(await api.GetAsync(Scopes + "/nonexistent00")));
    }

    [Theory, Contract]
    public async Task Permissions_of_a_role_are_added_replaced_and_removed(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (read, write) = (await api.CreateScopeAsync(api.Name("read")), await api.CreateScopeAsync(api.Name("write")));
        var path = $"{Roles}/{await api.CreateRoleAsync("role")}/scopes";

        Assert.Equal(201, (await api.PostAsync(path, new { organizationScopeIds = new[] { read } })).Status);
        Assert.Equal(201, (await api.PostAsync(path, new { organizationScopeIds = new[] { read } })).Status);
        Assert.Equal(204, (await api.PutAsync(path, new { organizationScopeIds = new[] { write } })).Status);
        Assert.Equal([write], (await api.GetAsync(path)).All("id"));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.PostAsync(path, new { organizationScopeIds = new[] { "nonexistent00" } })));
        Assert.Equal(204, (await api.DeleteAsync($"{path}/{write}")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync($"{path}/{write}")));
    }

    [Theory, Contract]
    public async Task A_role_that_is_deleted_is_taken_from_everybody(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role", "User", await api.CreateScopeAsync(api.Name("read")));
        var user = await api.CreateUserAsync();
        await api.AddMemberAsync(organization, user, role);
        await api.PostAsync($"api/organizations/{organization}/jit/roles", new { organizationRoleIds = new[] { role } });

        Assert.Equal(204, (await api.DeleteAsync($"{Roles}/{role}")).Status);

        Assert.Equal(0, (await api.GetAsync($"api/organizations/{organization}/users/{user.Id}/roles")).Count);
        Assert.Equal(0, (await api.GetAsync($"api/organizations/{organization}/users/{user.Id}/scopes")).Count);
        Assert.Equal(0, (await api.GetAsync($"api/organizations/{organization}/jit/roles")).Count);
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);
}
