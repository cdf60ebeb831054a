using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class InvitationContract(ContractHosts hosts)
{
    private const string All = "api/organization-invitations";

    [Theory, Contract]
    public async Task One_address_is_invited_once_but_for_its_case(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var address = api.Name("guest") + "@contract.example";

        var first = await api.InviteAsync(organization, address);
        var again = await api.InviteAsync(organization, address);
        var shouted = await api.InviteAsync(organization, address.ToUpperInvariant());

        Assert.Equal((201, "Pending"), (first.Status, first.Text("status")));
        Assert.Matches("^[a-z0-9]{21}$", first.Text("id"));
        Assert.Equal((422, "entity.unique_integrity_violation"), Refusal(again));
        Assert.Equal(201, shouted.Status);
        Assert.Equal(2, (await api.GetAsync($"{All}?organizationId={organization}&invitee={Uri.EscapeDataString(address)}")).Count);
    }

    [Theory, Contract]
    public async Task Members_pasts_and_nonsense_are_not_invited(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var member = await api.CreateUserAsync();
        await api.AddMemberAsync(organization, member);
        var now = await api.NowAsync();

        Assert.Equal((422, "request.invalid_input"), Refusal(await api.InviteAsync(organization, member.Email)));
        Assert.Equal((400, "request.invalid_input"), Refusal(await api.PostAsync(All, new { organizationId = organization, invitee = "a@contract.example", expiresAt = now - 1000 })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.InviteAsync(organization, "nonsense")));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.InviteAsync("nonexistent00", "a@contract.example")));
        Assert.Equal(0, (await api.GetAsync($"{All}?organizationId={organization}")).Count);
    }

    [Theory, Contract]
    public async Task Who_has_the_address_accepts_whatever_its_case_and_is_a_member_with_the_roles(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var (guest, other) = (await api.CreateUserAsync(), await api.CreateUserAsync());
        var path = $"{All}/{(await api.InviteAsync(organization, guest.Email.ToUpperInvariant(), null, role)).Text("id")}";

        var mismatched = await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = other.Id });
        var nobody = await api.PutAsync(path + "/status", new { status = "Accepted" });
        var unknown = await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = "nonexistent00" });
        var accepted = await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = guest.Id });
        var again = await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = guest.Id });

        Assert.Equal((422, "request.invalid_input"), Refusal(mismatched));
        Assert.Equal((422, "request.invalid_input"), Refusal(nobody));
        Assert.Equal((404, "entity.not_found"), Refusal(unknown));
        Assert.Equal((200, "Accepted", guest.Id), (accepted.Status, accepted.Text("status"), accepted.Text("acceptedUserId")));
        Assert.Equal((422, "request.invalid_input"), Refusal(again));
        Assert.Equal([role], (await api.GetAsync($"api/organizations/{organization}/users/{guest.Id}/roles")).All("id"));
    }

    [Theory, Contract]
    public async Task A_role_for_machines_is_found_out_only_when_somebody_accepts_and_then_nothing_changes(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var machine = await api.CreateRoleAsync("machine", "MachineToMachine");
        var guest = await api.CreateUserAsync();
        var path = $"{All}/{(await api.InviteAsync(organization, guest.Email, null, machine)).Text("id")}";

        var refused = await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = guest.Id });

        Assert.Equal((422, "entity.db_constraint_violated"), Refusal(refused));
        Assert.Equal("Pending", (await api.GetAsync(path)).Text("status"));
        Assert.Equal(0, (await api.GetAsync($"api/organizations/{organization}/users")).Count);
    }

    [Theory, Contract]
    public async Task An_invitation_expires_by_itself_and_makes_room_for_another(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var guest = await api.CreateUserAsync();
        var brief = await api.PostAsync(All, new { organizationId = organization, invitee = guest.Email, expiresAt = await api.NowAsync() + 20_000 });
        await api.PassAsync(TimeSpan.FromSeconds(21));
        var path = $"{All}/{brief.Text("id")}";

        Assert.Equal("Expired", (await api.GetAsync(path)).Text("status"));
        Assert.Equal((422, "request.invalid_input"), Refusal(await api.PutAsync(path + "/status", new { status = "Accepted", acceptedUserId = guest.Id })));
        Assert.Equal((422, "request.invalid_input"), Refusal(await api.PutAsync(path + "/status", new { status = "Revoked" })));
        Assert.Equal(201, (await api.InviteAsync(organization, guest.Email)).Status);
    }

    [Theory, Contract]
    public async Task What_is_revoked_stays_so_and_can_be_deleted(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var address = api.Name("guest") + "@contract.example";
        var path = $"{All}/{(await api.InviteAsync(organization, address)).Text("id")}";

        var revoked = await api.PutAsync(path + "/status", new { status = "Revoked" });

        Assert.Equal((200, "Revoked"), (revoked.Status, revoked.Text("status")));
        Assert.Equal((422, "request.invalid_input"), Refusal(await api.PutAsync(path + "/status", new { status = "Revoked" })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PutAsync(path + "/status", new { status = "Pending" })));
        Assert.Equal(201, (await api.InviteAsync(organization, address)).Status);
        Assert.Equal(204, (await api.DeleteAsync(path)).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync(path)));
        Assert.Equal((404, "entity.not_found"), Refusal(await api.GetAsync(path)));
    }

    [Theory, Contract]
    public async Task Invitations_go_with_their_inviter_and_their_organization_and_lose_roles_that_go(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var inviter = await api.CreateUserAsync();
        var invited = await api.InviteAsync(organization, api.Name("guest") + "@contract.example", inviter.Id);
        var with = await api.InviteAsync(organization, api.Name("guest") + "@contract.example", null, role);

        await api.DeleteAsync($"api/organization-roles/{role}");
        var without = await api.GetAsync($"{All}/{with.Text("id")}");
        await api.DeleteAsync($"api/users/{inviter.Id}");
        var gone = await api.GetAsync($"{All}/{invited.Text("id")}");
        await api.DeleteAsync($"api/organizations/{organization}");

        Assert.Equal(1, with.Json.GetProperty("organizationRoles").GetArrayLength());
        Assert.Equal(0, without.Json.GetProperty("organizationRoles").GetArrayLength());
        Assert.Equal(404, gone.Status);
        Assert.Equal(404, (await api.GetAsync($"{All}/{with.Text("id")}")).Status);
    }

    [Theory, Contract]
    public async Task Of_concurrent_invitations_of_one_address_one_is_made(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var address = api.Name("guest") + "@contract.example";
        await api.NowAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.InviteAsync(organization, address)));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.All(replies.Where(reply => reply.Status != 201), reply => Assert.Equal((422, "entity.unique_integrity_violation"), Refusal(reply)));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);
}
