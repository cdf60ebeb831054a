namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OrganizationMemberTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private string Users => $"/api/organizations/{Api.Acme}/users";

    [Fact]
    public async Task A_member_is_shown_with_roles_and_without_secrets()
    {
        var alice = (await Api.GetAsync($"{Users}?q=alice")).Json[0];

        Assert.Equal("admin", alice.GetProperty("organizationRoles")[0].GetProperty("name").GetString());
        Assert.False(alice.TryGetProperty("hasPassword", out _));
        Assert.False(alice.TryGetProperty("passwordDigest", out _));
    }

    [Fact]
    public async Task An_unknown_organization_is_an_empty_one_except_to_who_adds_to_it()
    {
        var list = await Api.GetAsync("/api/organizations/nonexistent00/users");
        var add = await Api.PostAsync("/api/organizations/nonexistent00/users", new { userIds = new[] { Api.User("dave") } });

        Assert.Equal((200, 0), (list.Status, list.Count));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (add.Status, add.Code));
    }

    [Fact]
    public async Task Adding_a_member_again_succeeds_and_keeps_the_roles()
    {
        var reply = await Api.PostAsync(Users, new { userIds = new[] { Api.User("alice") } });

        Assert.Equal(201, reply.Status);
        Assert.Equal($$"""{"userIds":["{{Api.User("alice")}}"]}""", reply.Body);
        Assert.Equal(1, (await Api.GetAsync($"{Users}/{Api.User("alice")}/roles")).Count);
    }

    [Fact]
    public async Task One_unknown_user_and_nobody_is_added()
    {
        var reply = await Api.PostAsync(Users, new { userIds = new[] { Api.User("dave"), "nonexistent00" } });

        Assert.Equal(422, reply.Status);
        Assert.Equal(2, (await Api.GetAsync(Users)).Count);
    }

    [Fact]
    public async Task Replacing_keeps_the_roles_of_those_who_stay()
    {
        var reply = await Api.PutAsync(Users, new { userIds = new[] { Api.User("alice"), Api.User("carol") } });

        Assert.Equal(204, reply.Status);
        var members = (await Api.GetAsync(Users)).Json.EnumerateArray()
            .ToDictionary(one => one.GetProperty("username").GetString()!, one => one.GetProperty("organizationRoles").GetArrayLength());
        Assert.Equal(new Dictionary<string, int> { ["alice"] = 1, ["carol"] = 0 }, members);
    }

    [Fact]
    public async Task Removing_and_adding_again_loses_the_roles()
    {
        await Api.DeleteAsync($"{Users}/{Api.User("alice")}");
        await Api.PostAsync(Users, new { userIds = new[] { Api.User("alice") } });

        Assert.Equal(0, (await Api.GetAsync($"{Users}/{Api.User("alice")}/roles")).Count);
    }

    [Fact]
    public async Task Who_is_no_member_cannot_be_removed()
    {
        var reply = await Api.DeleteAsync($"{Users}/{Api.User("dave")}");

        Assert.Equal((404, "entity.not_found"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Nothing_protects_the_last_administrator() =>
        Assert.Equal(204, (await Api.DeleteAsync($"{Users}/{Api.User("alice")}")).Status);

    [Fact]
    public async Task Members_can_be_asked_for_by_role() =>
        Assert.Equal(["bob"], (await Api.GetAsync($"{Users}?organizationRoleId={Api.Role("member")}")).All("username"));

    [Fact]
    public async Task Members_come_ordered_by_id()
    {
        await Api.PostAsync(Users, new { userIds = new[] { Api.User("erin"), Api.User("dave"), Api.User("carol") } });

        var ids = (await Api.GetAsync(Users)).All("id");

        Assert.Equal(5, ids.Length);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task A_repeated_search_is_refused()
    {
        var reply = await Api.GetAsync($"{Users}?q=a&q=b");

        Assert.Equal((400, "guard.invalid_input"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_permissions_of_a_stranger_are_none()
    {
        Assert.Equal(9, (await Api.GetAsync($"{Users}/{Api.User("alice")}/scopes")).Count);
        Assert.Equal(0, (await Api.GetAsync($"{Users}/{Api.User("dave")}/scopes")).Count);
        Assert.Equal(0, (await Api.GetAsync($"/api/organizations/nonexistent00/users/{Api.User("alice")}/scopes")).Count);
    }

    [Fact]
    public async Task Resource_scopes_are_not_among_the_permissions()
    {
        await Api.PostAsync(
            $"/api/organization-roles/{Api.Role("member")}/resource-scopes", new { scopeIds = new[] { "management-api-all" } });

        Assert.Equal(["read:member"], (await Api.GetAsync($"{Users}/{Api.User("bob")}/scopes")).All("name"));
    }
}
