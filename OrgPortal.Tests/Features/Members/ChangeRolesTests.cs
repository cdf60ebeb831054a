using System.Text.Json;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class ChangeRolesTests : IDisposable
{
    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Roles_are_replaced_announced_and_put_on_record_with_their_names()
    {
        var result = await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Admin, _house.Manager]);

        Assert.False(result.IsFailure);
        Assert.Equal([MembersHouse.Administrator, "Manager"], _house.RolesOf(_house.Bob));
        Assert.Equal(new MembersChanged(_house.Acme, _house.Bob), Assert.Single(_house.Events.Published));
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal(("member.roles.change", "done", _house.Bob.Value, "Bob Birch"), (record.Action, record.Outcome, record.TargetId, record.Act.TargetName));
        Assert.Equal("""{"roles":["Member"]}""", JsonSerializer.Serialize(record.Act.Before));
        Assert.Equal("""{"roles":["Administrator","Manager"]}""", JsonSerializer.Serialize(record.Act.After));
    }

    [Fact]
    public async Task All_roles_can_be_taken_away()
    {
        Assert.False((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [])).IsFailure);

        Assert.Empty(_house.RolesOf(_house.Bob));
        Assert.True(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task The_same_roles_again_change_nothing()
    {
        Assert.False((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Member, _house.Member])).IsFailure);

        Assert.Empty(_house.Audit.Records);
        Assert.Empty(_house.Events.Published);
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ReplaceRolesAsync"));
    }

    [Fact]
    public async Task Without_the_permission_nothing_changes_and_the_attempt_is_on_record()
    {
        var result = await _house.As(_house.Bob).ChangeRolesAsync(_house.Acme, _house.Carol, [_house.Member]);

        Assert.Equal(new Forbidden("members.manage"), result.Failure);
        Assert.Empty(_house.RolesOf(_house.Carol));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task Somebody_of_another_organization_is_not_found()
    {
        var globex = _house.Logto.AddOrganization("Globex");
        var eve = _house.Logto.AddUser("eve@globex.example");
        _house.Logto.AddMember(globex, eve, _house.Member);

        Assert.IsType<NotFound>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, eve, [_house.Admin])).Failure);
        Assert.IsType<NotFound>((await _house.As(eve).ChangeRolesAsync(_house.Acme, _house.Bob, [])).Failure);
        Assert.Equal(["Member"], _house.Logto.RoleNamesOf(globex, eve));
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_hold()
    {
        var mona = _house.AddMember("Mona", _house.Manager);

        var result = await _house.As(mona).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Admin]);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), result.Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal(("member.roles.change", "denied", "above_own_permissions"), (record.Action, record.Outcome, record.Reason));
    }

    [Fact]
    public async Task Nobody_raises_themselves()
    {
        var mona = _house.AddMember("Mona", _house.Manager);

        Assert.IsType<Refused>((await _house.As(mona).ChangeRolesAsync(_house.Acme, mona, [_house.Manager, _house.Admin])).Failure);
        Assert.Equal(["Manager"], _house.RolesOf(mona));
    }

    [Fact]
    public async Task Nobody_touches_somebody_above_them_not_even_a_lower_role()
    {
        var mona = _house.AddMember("Mona", _house.Manager);
        var bob = _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Admin);

        var result = await _house.As(mona).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Admin]);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), result.Failure);
        Assert.Equal(2, bob.Roles.Count);
    }

    [Fact]
    public async Task A_permission_of_an_API_resource_above_ones_own_is_above_too()
    {
        var billing = _house.Logto.AddRole("Billing", "read:member");
        var index = _house.Logto.Roles.FindIndex(role => role.Id == billing);
        _house.Logto.Roles[index] = _house.Logto.Roles[index] with { ResourceScopes = [new ResourceScopeName("rs1", "write:invoices", new ResourceName("r1", "Billing API"))] };

        var result = await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [billing]);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "Billing"), result.Failure);
    }

    [Fact]
    public async Task A_role_for_machines_and_an_unknown_one_are_refused()
    {
        var machine = _house.Logto.AddMachineRole("Service");

        Assert.Equal(new Refused(RefusalReasons.MachineRole, "Service"), (await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [machine])).Failure);
        Assert.IsType<Invalid>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [OrganizationRoleId.Parse("nosuchrole00000000000")])).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task Somebody_elses_change_is_not_overwritten()
    {
        _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Manager);

        var result = await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Admin], expected: [_house.Member]);

        Assert.Equal(new Refused(RefusalReasons.ChangedMeanwhile), result.Failure);
        Assert.Equal(["Manager", "Member"], _house.RolesOf(_house.Bob));
        Assert.Empty(_house.Audit.Records);
        Assert.False((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Admin], expected: [_house.Manager, _house.Member])).IsFailure);
    }

    [Fact]
    public async Task Logto_failing_leaves_the_roles_and_says_so_on_record()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ReplaceRolesAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.Equal(("failed", "unavailable"), (_house.Audit.Records[0].Outcome, _house.Audit.Records[0].Reason));
    }

    [Fact]
    public async Task A_lost_answer_is_announced_because_the_change_may_have_been_made()
    {
        _house.Logto.Calls.FailAfterActing("IOrganizationMembersClient.ReplaceRolesAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);
        Assert.Single(_house.Events.Published);
    }

    [Theory]
    [InlineData("IOrganizationMembersClient.ListScopesAsync")]
    [InlineData("IOrganizationMembersClient.ListRolesAsync")]
    [InlineData("IOrganizationRolesClient.ListAsync")]
    public async Task Rules_that_cannot_be_checked_refuse(string call)
    {
        _house.Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.Empty(_house.Events.Published);
    }

    [Fact]
    public async Task Without_the_name_the_change_is_made_and_on_record_by_id()
    {
        // First the guard asks about the actor.
        _house.Logto.Calls.Before("IUsersClient.GetAsync", () => _house.Logto.Calls.Fail("IUsersClient.GetAsync", FakeLogtoCalls.Outage()));

        Assert.False((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).IsFailure);
        Assert.Equal((_house.Bob.Value, null), (_house.Audit.Records[0].TargetId, _house.Audit.Records[0].Act.TargetName));
    }

    [Fact]
    public async Task What_cannot_be_recorded_or_locked_is_not_done()
    {
        _house.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);
        _house.Audit.IsDown = false;
        _house.Locks.IsDown = true;
        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);

        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task A_role_deleted_in_the_last_moment_is_told_as_unknown()
    {
        _house.Logto.Calls.Before("IOrganizationMembersClient.ReplaceRolesAsync", () => _house.Logto.Roles.RemoveAll(role => role.Id == _house.Manager));

        Assert.IsType<Invalid>((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Bob, [_house.Manager])).Failure);
    }
}
