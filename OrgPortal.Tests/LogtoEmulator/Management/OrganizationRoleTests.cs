namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OrganizationRoleTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/organization-roles";

    [Fact]
    public async Task The_list_shows_permissions_and_the_role_by_itself_does_not()
    {
        var list = await Api.GetAsync(All);
        var one = await Api.GetAsync($"{All}/{Api.Role("admin")}");

        Assert.Equal(["admin", "member", "service"], list.All("name"));
        Assert.Equal(9, list.Json[0].GetProperty("scopes").GetArrayLength());
        Assert.False(one.Json.TryGetProperty("scopes", out _));
    }

    [Fact]
    public async Task A_role_is_made_with_its_permissions_or_not_at_all()
    {
        var scope = (await Api.GetAsync("/api/organization-scopes")).All("id")[0];
        var failed = await Api.PostAsync(All, new { name = "half", organizationScopeIds = new[] { scope, "nonexistent00" } });
        var made = await Api.PostAsync(All, new { name = "whole", organizationScopeIds = new[] { scope } });

        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (failed.Status, failed.Code));
        Assert.Equal(201, made.Status);
        Assert.Equal(0, (await Api.GetAsync($"{All}?q=half")).Count);
        Assert.Equal([scope], (await Api.GetAsync($"{All}/{made.Text("id")}/scopes")).All("id"));
    }

    [Fact]
    public async Task Names_are_unique()
    {
        Assert.Equal("entity.unique_integrity_violation", (await Api.PostAsync(All, new { name = "admin" })).Code);
        Assert.Equal(
            "entity.unique_integrity_violation",
            (await Api.PatchAsync($"{All}/{Api.Role("member")}", new { name = "admin" })).Code);
    }

    [Fact]
    public async Task Permissions_are_added_again_without_harm_and_replaced_without_repetition()
    {
        var scope = (await Api.GetAsync("/api/organization-scopes")).All("id")[0];
        var scopes = $"{All}/{Api.Role("member")}/scopes";
        await Api.PostAsync(scopes, new { organizationScopeIds = new[] { scope } });
        var again = await Api.PostAsync(scopes, new { organizationScopeIds = new[] { scope } });
        var twice = await Api.PutAsync(scopes, new { organizationScopeIds = new[] { scope, scope } });
        var nothing = await Api.PostAsync(scopes, new { organizationScopeIds = Array.Empty<string>() });

        Assert.Equal((201, "Created"), (again.Status, again.Body));
        Assert.Equal(422, twice.Status);
        Assert.Equal(400, nothing.Status);
        Assert.Equal(2, (await Api.GetAsync(scopes)).Count);
    }

    [Fact]
    public async Task A_deleted_role_is_taken_from_everybody()
    {
        Assert.Equal(204, (await Api.DeleteAsync($"{All}/{Api.Role("member")}")).Status);

        Assert.Equal(0, (await Api.GetAsync($"/api/organizations/{Api.Acme}/users/{Api.User("bob")}/roles")).Count);
        Assert.Equal(2, (await Api.GetAsync($"/api/organizations/{Api.Acme}/users")).Count);
    }

    [Fact]
    public async Task A_deleted_permission_is_taken_from_roles()
    {
        var scope = (await Api.GetAsync("/api/organization-scopes?q=read:member")).All("id").Single();

        await Api.DeleteAsync($"/api/organization-scopes/{scope}");

        Assert.Equal(0, (await Api.GetAsync($"{All}/{Api.Role("member")}/scopes")).Count);
    }
}
