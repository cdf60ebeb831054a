using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

public sealed class RoleCeilingTests
{
    private static readonly string[] AllScopes = [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)];

    private readonly FakeLogto _logto = new();
    private readonly PermissionOptions _permissions = [];
    private readonly RoleCeiling _ceiling;
    private readonly OrganizationId _acme;
    private readonly UserId _ana;

    public RoleCeilingTests()
    {
        _ceiling = new RoleCeiling(_logto.MembersClient, _logto.RolesClient, NoVisits.Rights(_logto.UsersClient), Options.Create(_permissions));
        _acme = _logto.AddOrganization("Acme");
        _ana = _logto.AddUser("ana@example.com");
    }

    [Fact]
    public async Task A_role_within_the_own_permissions_may_be_handed_out()
    {
        var manager = _logto.AddRole("manager", "read:member", "manage:member");
        var member = _logto.AddRole("member", "read:member");
        _logto.AddMember(_acme, _ana, manager);

        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [member, manager]));
    }

    [Fact]
    public async Task A_role_with_one_permission_more_is_refused_by_its_name()
    {
        var manager = _logto.AddRole("manager", "read:member", "manage:member");
        var remover = _logto.AddRole("remover", "read:member", "delete:member");
        _logto.AddMember(_acme, _ana, manager);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "remover"), await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [manager, remover]));
    }

    [Fact]
    public async Task The_own_roles_count_together()
    {
        var both = _logto.AddRole("both", "read:member", "manage:member");
        _logto.AddMember(_acme, _ana, _logto.AddRole("reader", "read:member"), _logto.AddRole("manager", "manage:member"));

        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [both]));
    }

    [Fact]
    public async Task Roles_in_another_organization_count_for_nothing()
    {
        var admin = _logto.AddRole("admin", AllScopes);
        var member = _logto.AddRole("member", "read:member");
        _logto.AddMember(_logto.AddOrganization("Globex"), _ana, admin);
        _logto.AddMember(_acme, _ana, member);

        Assert.IsType<Refused>(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [admin]));
    }

    [Fact]
    public async Task A_permission_of_an_API_resource_counts_like_any_other()
    {
        var plain = _logto.AddRole("plain", "read:member");
        var billing = _logto.AddRole("billing", "read:member");
        GiveResourceScope(billing, "scope-1", "write:invoices");
        _logto.AddMember(_acme, _ana, plain);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "billing"), await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [billing]));

        _logto.AddMember(_acme, _ana, billing);
        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [billing]));
    }

    [Fact]
    public async Task Permissions_of_the_same_name_in_two_API_resources_are_two()
    {
        var mine = _logto.AddRole("mine");
        var theirs = _logto.AddRole("theirs");
        GiveResourceScope(mine, "scope-1", "write");
        GiveResourceScope(theirs, "scope-2", "write");
        _logto.AddMember(_acme, _ana, mine);

        Assert.IsType<Refused>(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [theirs]));
    }

    [Fact]
    public async Task An_organization_permission_is_no_permission_of_an_API_resource()
    {
        var mine = _logto.AddRole("mine", "write");
        var theirs = _logto.AddRole("theirs");
        GiveResourceScope(theirs, "scope-write", "write");
        _logto.AddMember(_acme, _ana, mine);

        Assert.IsType<Refused>(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [theirs]));
    }

    [Fact]
    public async Task A_machine_role_is_never_for_people()
    {
        var machine = _logto.AddMachineRole("service", "read:member");
        _logto.AddMember(_acme, _ana, _logto.AddRole("admin", AllScopes));

        Assert.Equal(new Refused(RefusalReasons.MachineRole, "service"), await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [machine]));
        Assert.DoesNotContain((await _ceiling.ListAsync(_acme, _ana)).Value, role => role.Role.Id == machine);
    }

    [Fact]
    public async Task An_unknown_role_is_invalid()
    {
        _logto.AddMember(_acme, _ana, _logto.AddRole("admin", AllScopes));

        var refusal = await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [OrganizationRoleId.Parse("nosuchrole00000000000")]);

        Assert.Equal(new FieldFailure("roles", "unknown_role"), Assert.Single(Assert.IsType<Invalid>(refusal).Fields));
    }

    [Fact]
    public async Task Who_is_no_member_hands_out_nothing()
    {
        var member = _logto.AddRole("member", "read:member");

        Assert.IsType<NotFound>(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [member]));
        Assert.IsType<NotFound>((await _ceiling.ListAsync(_acme, _ana)).Failure);
    }

    [Fact]
    public async Task Who_has_no_role_can_still_give_a_role_that_grants_nothing()
    {
        var badge = _logto.AddRole("badge");
        _logto.AddMember(_acme, _ana);

        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [badge]));
    }

    [Fact]
    public async Task Nothing_asked_for_needs_no_call()
    {
        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, []));
        Assert.Empty(_logto.Calls.Made);
    }

    [Fact]
    public async Task Who_lost_the_permission_while_waiting_is_refused()
    {
        var member = _logto.AddRole("member", "read:member");
        _logto.AddMember(_acme, _ana, member);

        Assert.Equal(new Forbidden("members.manage"), await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [member], OrganizationPermissions.ManageMembers));
        Assert.Equal(new Forbidden("members.manage"), await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [], OrganizationPermissions.ManageMembers));

        _logto.AddMember(_acme, _ana, _logto.AddRole("manager", "manage:member"));
        Assert.Null(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [member], OrganizationPermissions.ManageMembers));
    }

    [Theory]
    [InlineData("IOrganizationRolesClient.ListAsync")]
    [InlineData("IOrganizationMembersClient.ListRolesAsync")]
    public async Task Without_an_answer_nothing_is_within(string call)
    {
        var member = _logto.AddRole("member", "read:member");
        _logto.AddMember(_acme, _ana, member);
        _logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>(await _ceiling.RefuseUnlessWithinAsync(_acme, _ana, [member]));
    }

    [Fact]
    public async Task The_list_says_what_each_role_can_do_and_whether_it_may_be_given()
    {
        var admin = _logto.AddRole("admin", AllScopes);
        _logto.AddRole("reader", "read:audit", "read:member", "unrelated");
        _logto.AddRole("half", "manage:member");
        _logto.AddMember(_acme, _ana, _logto.AddRole("auditor", "unrelated", "read:member", "read:audit"));

        var roles = (await _ceiling.ListAsync(_acme, _ana)).Value;

        Assert.Equal(["admin", "auditor", "half", "reader"], roles.Select(role => role.Role.Name));
        Assert.Equal([false, true, false, true], roles.Select(role => role.CanGrant));
        Assert.Equal([true, false, false, false], roles.Select(role => role.IsAdministrator));
        Assert.Equal([OrganizationPermissions.ReadMembers, OrganizationPermissions.ReadAudit], roles[3].Permissions);
        Assert.Equal(OrganizationPermissions.All.Count, roles[0].Permissions.Count);
        Assert.Equal(admin, roles[0].Role.Id);
    }

    [Fact]
    public async Task Who_is_an_administrator_follows_the_configured_names()
    {
        _permissions["members.manage"] = "members:edit";
        _permissions["organization.delete"] = "org:end";
        _logto.AddRole("boss", "members:edit", "org:end");
        _logto.AddRole("default", "manage:member", "delete:organization");
        _logto.AddMember(_acme, _ana);

        var roles = (await _ceiling.ListAsync(_acme, _ana)).Value;

        Assert.Equal([true, false], roles.Select(role => role.IsAdministrator));
    }

    private void GiveResourceScope(OrganizationRoleId role, string scopeId, string name)
    {
        var index = _logto.Roles.FindIndex(candidate => candidate.Id == role);
        _logto.Roles[index] = _logto.Roles[index] with { ResourceScopes = [new ResourceScopeName(scopeId, name, new ResourceName("resource-" + scopeId, scopeId))] };
    }
}
