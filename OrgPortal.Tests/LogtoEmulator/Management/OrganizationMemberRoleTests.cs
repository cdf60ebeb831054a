namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OrganizationMemberRoleTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    [Fact]
    public async Task All_calls_about_a_stranger_ask_for_membership()
    {
        var dave = Roles("dave");
        var body = new { organizationRoleIds = new[] { Api.Role("member") } };
        Reply[] replies =
        [
            await Api.GetAsync(dave),
            await Api.PostAsync(dave, body),
            await Api.PutAsync(dave, body),
            await Api.DeleteAsync($"{dave}/{Api.Role("member")}"),
        ];

        Assert.All(replies, reply => Assert.Equal((422, "organization.require_membership"), (reply.Status, reply.Code)));
    }

    [Fact]
    public async Task Roles_are_added_by_id_and_by_name_and_told_by_id()
    {
        var reply = await Api.PostAsync(
            Roles("bob"), new { organizationRoleIds = new[] { Api.Role("admin") }, organizationRoleNames = new[] { "member" } });

        Assert.Equal(201, reply.Status);
        Assert.Equal($$"""{"organizationRoleIds":["{{Api.Role("admin")}}","{{Api.Role("member")}}"]}""", reply.Body);
        Assert.Equal(["admin", "member"], (await Api.GetAsync(Roles("bob"))).All("name"));
    }

    [Fact]
    public async Task A_name_in_place_of_an_id_is_a_missing_key()
    {
        var reply = await Api.PostAsync(Roles("bob"), new { organizationRoleIds = new[] { "admin" } });

        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_role_that_is_named_twice_is_given_once_and_an_empty_name_is_none()
    {
        var path = $"/api/organizations/{Api.Acme}/users/{Api.User("bob")}/roles";
        var both = await Api.PostAsync(path, new { organizationRoleIds = new[] { Api.Role("admin") }, organizationRoleNames = new[] { "admin" } });

        Assert.Equal(1, both.Json.GetProperty("organizationRoleIds").GetArrayLength());
        Assert.Equal("guard.invalid_input", (await Api.PostAsync(path, new { organizationRoleIds = new[] { "" } })).Code);
        Assert.Equal("guard.invalid_input", (await Api.PostAsync($"/api/organizations/{Api.Acme}/users", new { userIds = new[] { "" } })).Code);
    }

    [Fact]
    public async Task An_unknown_name_is_told()
    {
        var reply = await Api.PostAsync(Roles("bob"), new { organizationRoleNames = new[] { "nosuch" } });

        Assert.Equal((422, "organization.role_names_not_found"), (reply.Status, reply.Code));
        Assert.Contains("nosuch", reply.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_for_machines_goes_to_no_person()
    {
        var reply = await Api.PutAsync(Roles("bob"), new { organizationRoleIds = new[] { Api.Role("service") } });

        Assert.Equal((422, "entity.db_constraint_violated"), (reply.Status, reply.Code));
        Assert.Equal(["member"], (await Api.GetAsync(Roles("bob"))).All("name"));
    }

    [Fact]
    public async Task Replacing_with_nothing_leaves_a_member_without_roles()
    {
        Assert.Equal(204, (await Api.PutAsync(Roles("alice"), new { })).Status);

        Assert.Equal(0, (await Api.GetAsync(Roles("alice"))).Count);
    }

    [Fact]
    public async Task A_role_is_removed_once()
    {
        var role = $"{Roles("alice")}/{Api.Role("admin")}";

        Assert.Equal(204, (await Api.DeleteAsync(role)).Status);
        Assert.Equal(404, (await Api.DeleteAsync(role)).Status);
    }

    [Fact]
    public async Task Roles_in_bulk_are_confirmed_by_a_word_that_is_no_JSON()
    {
        var reply = await Api.PostAsync($"/api/organizations/{Api.Acme}/users/roles", new
        {
            userIds = new[] { Api.User("alice"), Api.User("bob") },
            organizationRoleIds = new[] { Api.Role("member") },
        });

        Assert.Equal((201, "text/plain", "Created"), (reply.Status, reply.MediaType, reply.Body));
        Assert.Equal(["admin", "member"], (await Api.GetAsync(Roles("alice"))).All("name"));
    }

    [Fact]
    public async Task Roles_in_bulk_are_all_or_nothing()
    {
        var reply = await Api.PostAsync($"/api/organizations/{Api.Acme}/users/roles", new
        {
            userIds = new[] { Api.User("bob"), Api.User("dave") },
            organizationRoleIds = new[] { Api.Role("admin") },
        });

        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (reply.Status, reply.Code));
        Assert.Equal(["member"], (await Api.GetAsync(Roles("bob"))).All("name"));
    }

    private string Roles(string username) => $"/api/organizations/{Api.Acme}/users/{Api.User(username)}/roles";
}
