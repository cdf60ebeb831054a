using System.Text.Json;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class RemoveMemberTests : IDisposable
{
    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Somebody_is_removed_announced_and_put_on_record_by_name()
    {
        Assert.False((await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob)).IsFailure);

        Assert.False(_house.IsMember(_house.Bob));
        Assert.Equal(new MembersChanged(_house.Acme, _house.Bob), Assert.Single(_house.Events.Published));
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal(("member.remove", "done", _house.Bob.Value, "Bob Birch"), (record.Action, record.Outcome, record.TargetId, record.Act.TargetName));
        Assert.Equal("""{"roles":["Member"]}""", JsonSerializer.Serialize(record.Act.Before));
        Assert.Contains(_house.Logto.Users, user => user.Id == _house.Bob);
    }

    [Fact]
    public async Task Without_the_permission_nobody_is_removed()
    {
        Assert.Equal(new Forbidden("members.delete"), (await _house.As(_house.Bob).RemoveAsync(_house.Acme, _house.Carol)).Failure);

        Assert.True(_house.IsMember(_house.Carol));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task Members_of_another_organization_are_not_found_and_stay()
    {
        var globex = _house.Logto.AddOrganization("Globex");
        var eve = _house.Logto.AddUser("eve@globex.example");
        _house.Logto.AddMember(globex, eve, _house.Admin);

        Assert.IsType<NotFound>((await _house.As(_house.Alice).RemoveAsync(_house.Acme, eve)).Failure);
        Assert.IsType<NotFound>((await _house.As(eve).RemoveAsync(_house.Acme, _house.Bob)).Failure);
        Assert.NotNull(_house.Logto.FindMember(globex, eve));
        Assert.True(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task One_leaves_by_leaving_not_by_removing_oneself()
    {
        var mona = _house.AddMember("Mona", _house.Manager);

        Assert.Equal(new Refused(RefusalReasons.OwnMembership), (await _house.As(mona).RemoveAsync(_house.Acme, mona)).Failure);
        Assert.True(_house.IsMember(mona));
    }

    [Fact]
    public async Task Nobody_removes_somebody_above_them()
    {
        var mona = _house.AddMember("Mona", _house.Manager);
        var second = _house.AddMember("Second", _house.Admin);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), (await _house.As(mona).RemoveAsync(_house.Acme, second)).Failure);
        Assert.True(_house.IsMember(second));
        Assert.Equal(("member.remove", "denied"), (_house.Audit.Records[0].Action, _house.Audit.Records[0].Outcome));
    }

    [Fact]
    public async Task Logto_failing_leaves_the_member_and_says_so_on_record()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.RemoveAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob)).Failure);
        Assert.True(_house.IsMember(_house.Bob));
        Assert.Equal("failed", _house.Audit.Records[0].Outcome);
    }

    [Fact]
    public async Task Somebody_removed_meanwhile_is_not_found()
    {
        _house.Logto.Calls.Before("IOrganizationMembersClient.RemoveAsync", () => _house.Logto.Members.RemoveAll(member => member.User == _house.Bob));

        Assert.IsType<NotFound>((await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob)).Failure);
    }

    [Fact]
    public async Task Who_leaves_is_gone_and_on_record()
    {
        Assert.False((await _house.As(_house.Carol).LeaveAsync(_house.Acme)).IsFailure);

        Assert.False(_house.IsMember(_house.Carol));
        Assert.Equal(new MembersChanged(_house.Acme, _house.Carol), Assert.Single(_house.Events.Published));
        Assert.Equal(("member.leave", "done", _house.Carol.Value), (_house.Audit.Records[0].Action, _house.Audit.Records[0].Outcome, _house.Audit.Records[0].TargetId));
    }

    [Fact]
    public async Task Who_is_no_member_cannot_leave()
    {
        var stranger = _house.Logto.AddUser("eve@globex.example");

        Assert.IsType<NotFound>((await _house.As(stranger).LeaveAsync(_house.Acme)).Failure);
        Assert.IsType<SignInRequired>((await _house.As(null).LeaveAsync(_house.Acme)).Failure);
        Assert.Empty(_house.Events.Published);
    }
}
