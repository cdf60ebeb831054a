using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>An organization always keeps somebody who can manage members and delete it.</summary>
public sealed class LastAdministratorTests : IDisposable
{
    private static readonly Refused LastAdministrator = new(RefusalReasons.LastAdministrator);

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_last_administrator_cannot_leave_nor_step_down()
    {
        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Alice, [_house.Manager])).Failure);

        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
        Assert.All(_house.Audit.Records, record => Assert.Equal(("denied", "last_administrator"), (record.Outcome, record.Reason)));
    }

    [Fact]
    public async Task With_another_administrator_one_can_leave_or_step_down()
    {
        var second = _house.AddMember("Second", _house.Admin);
        var third = _house.AddMember("Third", _house.Admin);

        Assert.False((await _house.As(second).ChangeRolesAsync(_house.Acme, second, [_house.Member])).IsFailure);
        Assert.False((await _house.As(third).LeaveAsync(_house.Acme)).IsFailure);
        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Taking_a_further_role_and_staying_administrator_asks_nothing_about_others()
    {
        Assert.False((await _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, _house.Alice, [_house.Admin, _house.Member])).IsFailure);

        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
    }

    [Fact]
    public async Task One_call_of_two_rows_finds_the_other_administrator()
    {
        var second = _house.AddMember("Second", _house.Admin);

        Assert.False((await _house.As(_house.Alice).RemoveAsync(_house.Acme, second)).IsFailure);

        Assert.Equal(1, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
    }

    [Fact]
    public async Task A_suspended_administrator_does_not_count()
    {
        var second = _house.AddMember("Second", _house.Admin);
        _house.Suspend(second);

        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task An_administrator_behind_many_suspended_ones_is_found()
    {
        for (var number = 0; number < 120; number++)
        {
            _house.Suspend(_house.AddMember($"Suspended {number}", _house.Admin));
        }

        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
        _house.AddMember("Zoe", _house.Admin);
        Assert.False((await _house.As(_house.Alice).LeaveAsync(_house.Acme)).IsFailure);
    }

    [Fact]
    public async Task A_suspended_administrator_can_be_removed_while_another_is_active()
    {
        var second = _house.AddMember("Second", _house.Admin);
        _house.Suspend(second);

        Assert.False((await _house.As(_house.Alice).RemoveAsync(_house.Acme, second)).IsFailure);
        Assert.False(_house.IsMember(second));
    }

    [Fact]
    public async Task An_administrator_under_another_roles_name_counts()
    {
        _house.AddMember("Olga", _house.Logto.AddRole("Owner", "manage:member", "delete:organization"));

        Assert.False((await _house.As(_house.Alice).LeaveAsync(_house.Acme)).IsFailure);
    }

    [Fact]
    public async Task Half_an_administrator_does_not_count()
    {
        _house.AddMember("Mona", _house.Logto.AddRole("Members", "manage:member"));
        _house.AddMember("Dan", _house.Logto.AddRole("Ending", "delete:organization"));

        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task An_administrator_by_two_roles_together_counts()
    {
        var managing = _house.Logto.AddRole("Members", "manage:member");
        var ending = _house.Logto.AddRole("Ending", "delete:organization");
        _house.AddMember("Mona", managing);
        _house.AddMember("Dan", ending);
        _house.AddMember("Both", managing, ending);

        Assert.False((await _house.As(_house.Alice).LeaveAsync(_house.Acme)).IsFailure);
    }

    [Fact]
    public async Task The_last_administrator_by_two_roles_cannot_give_one_of_them_up()
    {
        var managing = _house.Logto.AddRole("Members", "manage:member");
        var ending = _house.Logto.AddRole("Ending", "delete:organization");
        var both = _house.AddMember("Both", managing, ending);
        _house.Logto.Members.RemoveAll(member => member.User == _house.Alice);

        Assert.Equal(LastAdministrator, (await _house.As(both).ChangeRolesAsync(_house.Acme, both, [managing])).Failure);
        Assert.Equal(LastAdministrator, (await _house.As(both).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Who_is_an_administrator_follows_the_configured_names()
    {
        _house.Permissions["organization.delete"] = "org:end";
        _house.AddMember("Second", _house.Admin);
        var boss = _house.AddMember("Boss", _house.Logto.AddRole("Boss", "manage:member", "org:end"));

        Assert.Equal(LastAdministrator, (await _house.As(boss).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Administrators_of_another_organization_do_not_count()
    {
        _house.Logto.AddMember(_house.Logto.AddOrganization("Globex"), _house.Bob, _house.Admin);

        Assert.Equal(LastAdministrator, (await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Not_knowing_the_others_is_a_no()
    {
        _house.AddMember("Second", _house.Admin);
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).LeaveAsync(_house.Acme)).Failure);
        Assert.True(_house.IsMember(_house.Alice));
    }

    [Fact]
    public async Task Two_administrators_removing_each_other_leave_one()
    {
        var second = _house.AddMember("Second", _house.Admin);

        var (first, other) = await AtOnceAsync(
            () => RemoveAsync(_house.Alice, second),
            () => RemoveAsync(second, _house.Alice),
            "IOrganizationMembersClient.RemoveAsync");

        Assert.False(first.IsFailure);
        Assert.IsType<NotFound>(other.Failure);
        Assert.True(_house.IsMember(_house.Alice));
        Assert.False(_house.IsMember(second));
    }

    [Fact]
    public async Task Two_administrators_demoting_each_other_leave_one()
    {
        var second = _house.AddMember("Second", _house.Admin);

        var (first, other) = await AtOnceAsync(
            () => _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, second, [_house.Member]),
            () => _house.As(second).ChangeRolesAsync(_house.Acme, _house.Alice, [_house.Member]),
            "IOrganizationMembersClient.ReplaceRolesAsync");

        Assert.False(first.IsFailure);
        Assert.Equal(new Forbidden("members.manage"), other.Failure);
        Assert.Equal([MembersHouse.Administrator], _house.RolesOf(_house.Alice));
    }

    [Fact]
    public async Task Two_administrators_leaving_at_once_leave_one()
    {
        var second = _house.AddMember("Second", _house.Admin);

        var (first, other) = await AtOnceAsync(
            () => _house.As(_house.Alice).LeaveAsync(_house.Acme),
            () => _house.As(second).LeaveAsync(_house.Acme),
            "IOrganizationMembersClient.RemoveAsync");

        Assert.False(first.IsFailure);
        Assert.Equal(LastAdministrator, other.Failure);
        Assert.True(_house.IsMember(second));
    }

    [Fact]
    public async Task Who_was_demoted_while_waiting_changes_nobody_any_more()
    {
        var second = _house.AddMember("Second", _house.Admin);

        var (_, other) = await AtOnceAsync(
            () => _house.As(_house.Alice).ChangeRolesAsync(_house.Acme, second, [_house.Member]),
            () => _house.As(second).ChangeRolesAsync(_house.Acme, _house.Carol, [_house.Member]),
            "IOrganizationMembersClient.ReplaceRolesAsync");

        Assert.Equal(new Forbidden("members.manage"), other.Failure);
        Assert.Empty(_house.RolesOf(_house.Carol));
    }

    [Fact]
    public async Task The_lock_is_let_go_whatever_happens()
    {
        await _house.As(_house.Alice).LeaveAsync(_house.Acme);
        _house.Logto.Calls.Fail("IOrganizationMembersClient.RemoveAsync", new InvalidOperationException("A fault of ours."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob));

        Assert.False((await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob)).IsFailure);
    }

    // The second passes its guard and then waits for the lock, because the first is held inside it just before its change.
    private async Task<Result> RemoveAsync(UserId actor, UserId member) =>
        (await _house.As(actor).RemoveAsync(_house.Acme, member)).Failure is { } failure ? failure : Result.Done;

    private async Task<(Result First, Result Second)> AtOnceAsync(Func<Task<Result>> first, Func<Task<Result>> second, string change)
    {
        var release = _house.Logto.Calls.Hold(change);
        var firstTask = first();
        Assert.Equal(1, _house.Logto.Calls.CountOf(change));
        var secondTask = second();
        Assert.Equal(1, _house.Logto.Calls.CountOf(change));
        Assert.False(secondTask.IsCompleted);
        release.SetResult();
        return (await firstTask, await secondTask);
    }
}
