using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Somebody else becomes the administrator, one's own roles go, and at no moment is there none.</summary>
public sealed class HandOverTests : IDisposable
{
    private const string Gives = "IOrganizationMembersClient.AddRolesAsync";
    private const string StepsDown = "IOrganizationMembersClient.ReplaceRolesAsync";

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Bob_takes_over_and_Alice_stays_as_what_she_chose()
    {
        var done = await HandOverAsync(_house.Alice, _house.Bob, _house.Member);

        Assert.False(done.IsFailure);
        Assert.Equal([MembersHouse.Administrator, "Member"], _house.RolesOf(_house.Bob));
        Assert.Equal(["Member"], _house.RolesOf(_house.Alice));
        Assert.Equal([new MembersChanged(_house.Acme, _house.Bob), new MembersChanged(_house.Acme, _house.Alice)], _house.Events.Published);
    }

    [Fact]
    public async Task It_is_on_record_with_what_both_had_and_have()
    {
        await HandOverAsync(_house.Alice, _house.Bob);

        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.HandOver, "done", _house.Bob.Value, "Bob Birch"), (record.Action, record.Outcome, record.TargetId, record.Act.TargetName));
        Assert.Equal("""{"recipient":["Member"],"giver":["Administrator"]}""", System.Text.Json.JsonSerializer.Serialize(record.Act.Before));
        Assert.Equal("""{"recipient":["Administrator","Member"],"giver":[]}""", System.Text.Json.JsonSerializer.Serialize(record.Act.After));
    }

    [Fact]
    public async Task It_costs_five_calls_beside_the_guards()
    {
        Assert.False((await HandOverAsync(_house.Alice, _house.Bob, _house.Member, before: _house.Logto.Calls.Clear)).IsFailure);

        // All that it takes is asked of the guard at once, and what she may hand out is read with her roles.
        Assert.Equal(1, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListScopesAsync"));
        Assert.Equal(2, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListRolesAsync"));
        Assert.Equal((1, 1), (_house.Logto.Calls.CountOf(Gives), _house.Logto.Calls.CountOf(StepsDown)));
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
    }

    [Fact]
    public async Task Whoever_is_an_administrator_already_is_given_nothing()
    {
        var second = _house.AddMember("Second", _house.Admin);

        Assert.False((await HandOverAsync(_house.Alice, second)).IsFailure);

        Assert.Equal(0, _house.Logto.Calls.CountOf(Gives));
        Assert.Empty(_house.RolesOf(_house.Alice));
    }

    [Fact]
    public async Task An_administrator_by_several_roles_gives_those_and_no_other()
    {
        var (managing, ending) = (_house.Logto.AddRole("Members", "manage:member"), _house.Logto.AddRole("Ending", "delete:organization"));
        var both = _house.AddMember("Both", managing, ending, _house.Member);

        Assert.False((await HandOverAsync(both, _house.Carol, managing)).IsFailure);

        Assert.Equal(["Ending", "Members"], _house.RolesOf(_house.Carol));
        Assert.Equal(["Members"], _house.RolesOf(both));
    }

    [Fact]
    public async Task Without_both_permissions_nothing_is_handed_over()
    {
        var manager = _house.AddMember("Manager", _house.Manager);
        var ender = _house.AddMember("Ender", _house.Logto.AddRole("Ending", "delete:organization"));

        Assert.Equal(new Forbidden("organization.delete"), (await HandOverAsync(manager, _house.Bob)).Failure);
        Assert.Equal(new Forbidden("members.manage"), (await HandOverAsync(ender, _house.Bob)).Failure);
        Assert.Equal(new Forbidden("members.manage"), (await _house.As(ender).GetHandOverTermsAsync(_house.Acme)).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.All(_house.Audit.Records, record => Assert.Equal("denied", record.Outcome));
    }

    [Fact]
    public async Task From_another_organization_nothing_is_handed_over()
    {
        var stranger = _house.Logto.AddUser("greta@globex.example", "Greta");
        _house.Logto.AddMember(_house.Logto.AddOrganization("Globex"), stranger, _house.Admin);

        Assert.IsType<NotFound>((await HandOverAsync(stranger, _house.Bob)).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task An_old_sign_in_is_not_enough_but_is_asked_about_last()
    {
        _house.AuthenticatedAt = _house.Clock.GetUtcNow().AddMinutes(-11);

        Assert.Equal(new Forbidden("members.manage"), (await HandOverAsync(_house.Bob, _house.Carol)).Failure);
        Assert.IsType<ReauthenticationRequired>((await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.Equal((AuditActions.HandOver, "denied", "reauthentication_required"), (_house.Audit.Records[^1].Action, _house.Audit.Records[^1].Outcome, _house.Audit.Records[^1].Reason));
    }

    [Fact]
    public async Task Not_to_oneself_nor_to_a_suspended_account_nor_to_a_stranger()
    {
        _house.Suspend(_house.Carol);
        var stranger = _house.Logto.AddUser("dave@example.com", "Dave");

        Assert.Equal(new Refused(RefusalReasons.HandOverToOneself), (await HandOverAsync(_house.Alice, _house.Alice)).Failure);
        Assert.Equal(new Refused(RefusalReasons.RecipientSuspended, "Carol Cedar"), (await HandOverAsync(_house.Alice, _house.Carol)).Failure);
        Assert.IsType<NotFound>((await HandOverAsync(_house.Alice, stranger)).Failure);
        Assert.IsType<NotFound>((await HandOverAsync(_house.Alice, UserId.Parse("nobody000000"))).Failure);
        AssertNothingChanged();
        Assert.All(_house.Audit.Records, record => Assert.Equal("denied", record.Outcome));
    }

    [Fact]
    public async Task The_name_must_be_typed_exactly()
    {
        var refused = await _house.As(_house.Alice).HandOverAsync(_house.Acme, _house.Bob, [], "acme");

        Assert.Equal(new Refused(RefusalReasons.NameMismatch, "Acme"), refused.Failure);
        AssertNothingChanged();
    }

    [Fact]
    public async Task Nobody_stays_as_an_administrator_or_as_more_than_they_are()
    {
        var billing = _house.Logto.AddRole("Billing", "pay:invoice");
        var machine = _house.Logto.AddMachineRole("Robot", "read:member");

        Assert.IsType<Invalid>((await HandOverAsync(_house.Alice, _house.Bob, _house.Admin)).Failure);
        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "Billing"), (await HandOverAsync(_house.Alice, _house.Bob, billing)).Failure);
        Assert.Equal(new Refused(RefusalReasons.MachineRole, "Robot"), (await HandOverAsync(_house.Alice, _house.Bob, machine)).Failure);
        Assert.IsType<Invalid>((await HandOverAsync(_house.Alice, _house.Bob, OrganizationRoleId.Parse("role00000000000000099"))).Failure);
        AssertNothingChanged();
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("locks")]
    public async Task What_cannot_be_recorded_or_locked_is_not_done(string down)
    {
        (_house.Audit.IsDown, _house.Locks.IsDown) = (down == "audit", down == "locks");

        Assert.IsType<Unavailable>((await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        AssertNothingChanged();
    }

    [Theory]
    [InlineData("IOrganizationMembersClient.ListScopesAsync")]
    [InlineData("IOrganizationsClient.GetAsync")]
    [InlineData("IUsersClient.GetAsync")]
    [InlineData("IOrganizationMembersClient.ListRolesAsync")]
    [InlineData("IOrganizationRolesClient.ListAsync")]
    [InlineData(Gives)]
    public async Task When_Logto_fails_before_anything_was_given_nothing_has_changed(string call)
    {
        _house.Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        AssertNothingChanged();
    }

    [Fact]
    public async Task When_the_answer_about_giving_is_lost_trying_again_finishes_it()
    {
        _house.Logto.Calls.FailAfterActing(Gives, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
        Assert.Contains(new MembersChanged(_house.Acme, _house.Bob), _house.Events.Published);

        Assert.False((await HandOverAsync(_house.Alice, _house.Bob)).IsFailure);
        Assert.Empty(_house.RolesOf(_house.Alice));
        Assert.Equal(["failed", "done"], _house.Audit.Records.Select(record => record.Outcome));
    }

    [Fact]
    public async Task When_stepping_down_fails_both_are_administrators_and_trying_again_finishes_it()
    {
        _house.Logto.Calls.Fail(StepsDown, FakeLogtoCalls.Outage());

        Assert.Equal(new HandOverHalfDone(new Unavailable()), (await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
        Assert.Equal([MembersHouse.Administrator, "Member"], _house.RolesOf(_house.Bob));
        Assert.Equal(("failed", "hand_over_half_done"), (_house.Audit.Records[^1].Outcome, _house.Audit.Records[^1].Reason));
        Assert.Equal(2, _house.Events.Published.Count);

        Assert.False((await HandOverAsync(_house.Alice, _house.Bob)).IsFailure);
        Assert.Empty(_house.RolesOf(_house.Alice));
        Assert.Equal(1, _house.Logto.Calls.CountOf(Gives));
    }

    [Fact]
    public async Task When_only_the_answer_about_stepping_down_is_lost_it_is_done()
    {
        _house.Logto.Calls.FailAfterActing(StepsDown, FakeLogtoCalls.Outage());

        Assert.False((await HandOverAsync(_house.Alice, _house.Bob)).IsFailure);
        Assert.Empty(_house.RolesOf(_house.Alice));
        Assert.Equal("done", _house.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task When_a_role_vanishes_before_stepping_down_both_are_administrators()
    {
        _house.Logto.Calls.Before(StepsDown, () => _house.Logto.Roles.RemoveAll(role => role.Id == _house.Member));

        var done = await HandOverAsync(_house.Alice, _house.Bob, _house.Member);

        Assert.IsType<Invalid>(Assert.IsType<HandOverHalfDone>(done.Failure).Cause);
        Assert.Contains(MembersHouse.Administrator, _house.RolesOf(_house.Bob));
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
    }

    [Fact]
    public async Task Somebody_who_was_removed_a_moment_ago_takes_nothing_over()
    {
        _house.Logto.Calls.Before(Gives, () => _house.Logto.Members.RemoveAll(member => member.User == _house.Bob));

        Assert.IsType<NotFound>((await HandOverAsync(_house.Alice, _house.Bob)).Failure);
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
    }

    [Fact]
    public async Task Two_administrators_handing_over_to_each_other_at_once_leave_one()
    {
        var second = _house.AddMember("Second", _house.Admin);
        var release = _house.Logto.Calls.Hold(StepsDown);

        var first = HandOverAsync(_house.Alice, second);
        Assert.Equal(1, _house.Logto.Calls.CountOf(StepsDown));
        var other = HandOverAsync(second, _house.Alice);
        Assert.Equal(1, _house.Logto.Calls.CountOf(StepsDown));
        Assert.False(other.IsCompleted);
        release.SetResult();

        Assert.False((await first).IsFailure);
        Assert.False((await other).IsFailure);
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
        Assert.Empty(_house.RolesOf(second));
    }

    [Fact]
    public async Task Who_was_demoted_while_waiting_hands_nothing_over()
    {
        var second = _house.AddMember("Second", _house.Admin);
        var release = _house.Logto.Calls.Hold(StepsDown);
        var first = _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, second, [_house.Member]);
        var other = HandOverAsync(second, _house.Carol);
        release.SetResult();

        Assert.False((await first).IsFailure);
        Assert.Equal(new Forbidden("members.manage"), (await other).Failure);
        Assert.Empty(_house.RolesOf(_house.Carol));
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
    }

    [Fact]
    public async Task The_terms_tell_what_goes_and_what_one_can_stay_as()
    {
        _house.Logto.AddRole("Billing", "pay:invoice");

        var terms = (await _house.As(_house.Alice).GetHandOverTermsAsync(_house.Acme)).Value;

        Assert.Equal([MembersHouse.Administrator], terms.Given.Select(role => role.Name));
        Assert.Equal(OrganizationPermissions.All.Select(permission => permission.Key), terms.GivenPowers);
        Assert.Equal(terms.GivenPowers, terms.OwnPowers);
        Assert.Equal(["Manager", "Member"], terms.StayAs.Select(role => role.Role.Name));
    }

    private Task<Result> HandOverAsync(UserId giver, UserId recipient, OrganizationRoleId? afterwards = null, Action? before = null)
    {
        before?.Invoke();
        return _house.As(giver).HandOverAsync(_house.Acme, recipient, afterwards is { } role ? [role] : [], "Acme");
    }

    private void AssertNothingChanged()
    {
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.Equal((0, 0), (_house.Logto.Calls.CountOf(StepsDown), _house.RolesOf(_house.Carol).Count));
    }
}
