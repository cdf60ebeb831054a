using OrgPortal.Tests.LogtoEmulator.Management;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class MemberContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task Adding_again_succeeds_and_an_unknown_person_spoils_the_whole_call(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"api/organizations/{await api.CreateOrganizationAsync()}/users";
        var (ada, ben) = (await api.CreateUserAsync(), await api.CreateUserAsync());

        var added = await api.PostAsync(path, new { userIds = new[] { ada.Id } });
        var again = await api.PostAsync(path, new { userIds = new[] { ada.Id } });
        var spoilt = await api.PostAsync(path, new { userIds = new[] { ben.Id, "nonexistent00" } });

        Assert.Equal((201, ada.Id), (added.Status, added.Json.GetProperty("userIds")[0].GetString()));
        Assert.Equal(201, again.Status);
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (spoilt.Status, spoilt.Code));
        Assert.Equal([ada.Id], (await api.GetAsync(path)).All("id"));
        Assert.Equal(400, (await api.PostAsync(path, new { userIds = Array.Empty<string>() })).Status);
    }

    [Theory, Contract]
    public async Task An_unknown_organization_has_no_members_and_takes_none(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();

        var list = await api.GetAsync("api/organizations/nonexistent00/users");
        var added = await api.PostAsync("api/organizations/nonexistent00/users", new { userIds = new[] { user.Id } });

        Assert.Equal((200, 0, "0"), (list.Status, list.Count, list.Total));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (added.Status, added.Code));
    }

    [Theory, Contract]
    public async Task Members_are_searched_and_filtered_and_show_their_roles(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var (reader, writer) = (await api.CreateRoleAsync("reader"), await api.CreateRoleAsync("writer"));
        var (ada, ben) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, ada, writer, reader);
        await api.AddMemberAsync(organization, ben, reader);
        var path = $"api/organizations/{organization}/users";

        var writers = await api.GetAsync($"{path}?organizationRoleId={writer}");
        var found = await api.GetAsync($"{path}?q={ben.Email}");

        Assert.Equal([ada.Id], writers.All("id"));
        Assert.Equal([ben.Id], found.All("id"));
        var names = writers.Json[0].GetProperty("organizationRoles").EnumerateArray().Select(role => role.GetProperty("name").GetString()).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(2, names.Length);
        Assert.False(writers.Json[0].TryGetProperty("hasPassword", out _));
    }

    [Theory, Contract]
    public async Task Who_stays_keeps_the_roles_and_who_comes_back_has_lost_them(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var (ada, ben) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, ada, role);
        await api.AddMemberAsync(organization, ben, role);
        var path = $"api/organizations/{organization}/users";

        var replaced = await api.PutAsync(path, new { userIds = new[] { ada.Id } });
        await api.AddMemberAsync(organization, ben);

        Assert.Equal((204, ""), (replaced.Status, replaced.Body));
        Assert.Equal(1, (await api.GetAsync($"{path}/{ada.Id}/roles")).Count);
        Assert.Equal(0, (await api.GetAsync($"{path}/{ben.Id}/roles")).Count);
        Assert.Equal(204, (await api.DeleteAsync($"{path}/{ben.Id}")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync($"{path}/{ben.Id}")));
    }

    [Theory, Contract]
    public async Task Roles_are_given_by_id_or_name_to_members_only(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var machine = await api.CreateRoleAsync("machine", "MachineToMachine");
        var name = (await api.GetAsync($"api/organization-roles/{role}")).Text("name");
        var (ada, stranger) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, ada);
        var path = $"api/organizations/{organization}/users";

        var byName = await api.PostAsync($"{path}/{ada.Id}/roles", new { organizationRoleNames = new[] { name } });

        Assert.Equal((201, role), (byName.Status, byName.Json.GetProperty("organizationRoleIds")[0].GetString()));
        Assert.Equal((422, "organization.role_names_not_found"), Refusal(await api.PostAsync($"{path}/{ada.Id}/roles", new { organizationRoleNames = new[] { "none of that name" } })));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.PostAsync($"{path}/{ada.Id}/roles", new { organizationRoleIds = new[] { "no-such-role" } })));
        Assert.Equal((422, "entity.value_too_long"), Refusal(await api.PostAsync($"{path}/{ada.Id}/roles", new { organizationRoleIds = new[] { name } })));
        Assert.Equal((422, "entity.db_constraint_violated"), Refusal(await api.PostAsync($"{path}/{ada.Id}/roles", new { organizationRoleIds = new[] { machine } })));
        Assert.Equal((422, "organization.require_membership"), Refusal(await api.GetAsync($"{path}/{stranger.Id}/roles")));
        Assert.Equal((422, "organization.require_membership"), Refusal(await api.PutAsync($"{path}/{stranger.Id}/roles", new { organizationRoleIds = new[] { role } })));
        Assert.Equal(204, (await api.PutAsync($"{path}/{ada.Id}/roles", new { organizationRoleIds = Array.Empty<string>() })).Status);
        Assert.Equal(0, (await api.GetAsync($"{path}/{ada.Id}/roles")).Count);
        Assert.Equal(404, (await api.DeleteAsync($"{path}/{ada.Id}/roles/{role}")).Status);
    }

    [Theory, Contract]
    public async Task Permissions_are_those_of_all_roles_and_a_stranger_has_none(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var (read, write) = (api.Name("read"), api.Name("write"));
        var (readId, writeId) = (await api.CreateScopeAsync(read), await api.CreateScopeAsync(write));
        var (reader, writer) = (await api.CreateRoleAsync("reader", "User", readId), await api.CreateRoleAsync("writer", "User", readId, writeId));
        var (ada, stranger) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, ada, reader, writer);
        var members = api.Portal<IOrganizationMembersClient>();

        Assert.Equal([read, write], (await members.ListScopesAsync(OrganizationId.Parse(organization, null), UserId.Parse(ada.Id))).Order(StringComparer.Ordinal));
        Assert.Equal(200, (await api.GetAsync($"api/organizations/{organization}/users/{stranger.Id}/scopes")).Status);
        Assert.Empty(await members.ListScopesAsync(OrganizationId.Parse(organization, null), UserId.Parse(stranger.Id)));
    }

    [Theory, Contract]
    public async Task Many_members_are_given_roles_at_once_or_none_of_them(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var (ada, stranger) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, ada);
        var path = $"api/organizations/{organization}/users";

        var refused = await api.PostAsync($"{path}/roles", new { userIds = new[] { ada.Id, stranger.Id }, organizationRoleIds = new[] { role } });
        var before = (await api.GetAsync($"{path}/{ada.Id}/roles")).Count;
        var given = await api.PostAsync($"{path}/roles", new { userIds = new[] { ada.Id }, organizationRoleIds = new[] { role } });

        Assert.Equal((422, "entity.relation_foreign_key_not_found", 0), (refused.Status, refused.Code, before));
        Assert.Equal(201, given.Status);
        Assert.Equal([role], (await api.GetAsync($"{path}/{ada.Id}/roles")).All("id"));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);
}
