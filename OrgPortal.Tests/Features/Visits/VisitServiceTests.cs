using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Visits;

public sealed class VisitServiceTests : IDisposable
{
    private readonly VisitHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task An_operator_has_no_right_in_an_organization_before_saying_why()
    {
        Assert.Equal(new NotFound(), await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));

        await _house.EnterAsync();

        foreach (var (permission, _) in OrganizationPermissions.All)
        {
            Assert.Null(await _house.Guard.DenyUnlessAsync(_house.Acme, permission));
            Assert.Null(await _house.Guard.DenyReadUnlessAsync(_house.Acme, permission));
        }

        Assert.Equal(new NotFound(), await _house.Guard.DenyUnlessAsync(_house.Globex, OrganizationPermissions.ReadMembers));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_reason_is_on_record_and_so_is_everything_done_inside(StoreProvider on)
    {
        using var house = new VisitHouse(on);
        var visit = await house.EnterAsync();
        await using (var intent = (await house.Get<IAuditTrail>().BeginAsync(new AuditAct(AuditActions.UpdateOrganization, house.Acme, "organization", house.Acme.Value, "Acme"))).Value)
        {
            await intent.CompleteAsync(null);
        }

        house.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await house.Service.LeaveAsync(house.Acme)).Failure);

        var trail = house.Trail();
        Assert.Equal(
            [(AuditActions.EnterAsOperator, null), (AuditActions.UpdateOrganization, visit.Id), (AuditActions.LeaveAsOperator, (Guid?)visit.Id)],
            trail.Select(record => (record.Action, record.VisitId)));
        Assert.All(trail, record => Assert.Equal((house.Acme.Value, house.Olga.Value, "Olga Operator"), (record.OrganizationId, record.ActorId, record.ActorName)));
        Assert.Contains(VisitHouse.Reason, trail[0].After, StringComparison.Ordinal);
        Assert.Empty((await AuditChains.VerifyAsync(house.Store)).Findings);
    }

    [Fact]
    public async Task Whoever_hides_in_the_store_that_it_was_an_operator_is_found_out()
    {
        await _house.EnterAsync();
        await _house.Service.LeaveAsync(_house.Acme);
        using (var context = _house.Store.CreateDbContext())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE AuditRecords SET VisitId = NULL");
        }

        Assert.NotEmpty((await AuditChains.VerifyAsync(_house.Store)).Findings);
    }

    [Fact]
    public async Task Administrators_are_told_and_see_who_is_inside_and_members_do_not()
    {
        var visit = await _house.EnterAsync();

        Assert.Equal([(NoticeKinds.OperatorEntered, _house.Alice.Value)], _house.Told());
        _house.SignIn(_house.Alice);
        Assert.Equal([visit], (await _house.Service.ListAsync(_house.Acme)).Value);
        _house.SignIn(_house.Bob);
        Assert.Equal(new Forbidden("audit.read"), (await _house.Service.ListAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Administrators_and_strangers_do_not_find_the_door()
    {
        foreach (var person in new[] { _house.Alice, _house.Bob })
        {
            _house.SignIn(person);
            Assert.Equal(new NotFound(), (await _house.Service.GetTermsAsync(_house.Acme)).Failure);
            Assert.Equal(new NotFound(), (await _house.Service.EnterAsync(_house.Globex, VisitHouse.Reason)).Failure);
            Assert.Equal(new NotFound(), (await _house.Service.LeaveAsync(_house.Acme)).Failure);
        }

        _house.User.SignOut();
        Assert.Equal(new SignInRequired(), (await _house.Service.EnterAsync(_house.Acme, VisitHouse.Reason)).Failure);
        Assert.Empty(_house.Told());
    }

    [Fact]
    public async Task Where_no_role_is_configured_nobody_is_an_operator()
    {
        using var house = new VisitHouse(role: null);

        Assert.Equal(new NotFound(), (await house.Service.EnterAsync(house.Acme, VisitHouse.Reason)).Failure);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData(" \u200d ", "required")]
    [InlineData("support", "too_short")]
    [InlineData("a support request\u202e of which", "invalid")]
    public async Task A_reason_says_something(string reason, string code)
    {
        var refused = Assert.IsType<Invalid>((await _house.Service.EnterAsync(_house.Acme, reason)).Failure);

        Assert.Equal(new FieldFailure("reason", code), Assert.Single(refused.Fields));
        Assert.Empty(_house.Trail());
    }

    [Fact]
    public async Task A_reason_is_not_longer_than_anybody_reads() =>
        Assert.Equal("too_long", Assert.IsType<Invalid>((await _house.Service.EnterAsync(_house.Acme, new string('x', VisitRules.LongestReason + 1))).Failure).Fields[0].Reason);

    [Fact]
    public async Task An_old_sign_in_is_not_enough()
    {
        _house.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.IsType<ReauthenticationRequired>((await _house.Service.EnterAsync(_house.Acme, VisitHouse.Reason)).Failure);
        Assert.Empty(_house.Told());
    }

    [Fact]
    public async Task An_organization_that_is_not_there_cannot_be_entered_and_one_that_was_deleted_neither()
    {
        Assert.Equal(new NotFound(), (await _house.Service.EnterAsync(OrganizationId.Parse("nowhere00001", null), VisitHouse.Reason)).Failure);

        ((NoOrganizationHolds)_house.Get<IOrganizationHolds>()).Held.Add(_house.Acme);

        Assert.Equal(new NotFound(), (await _house.Service.EnterAsync(_house.Acme, VisitHouse.Reason)).Failure);
    }

    [Fact]
    public async Task Whoever_is_inside_gives_no_second_reason_at_the_same_time()
    {
        var visit = await _house.EnterAsync();

        Assert.Equal(new Refused(RefusalReasons.AlreadyInside), (await _house.Service.EnterAsync(_house.Acme, VisitHouse.Reason)).Failure);
        Assert.Equal(visit.EndsAt, (await _house.Service.GetTermsAsync(_house.Acme)).Value.EndsAt);
    }

    [Fact]
    public async Task After_an_hour_an_operator_is_outside_also_where_nothing_has_said_so_yet()
    {
        var visit = await _house.EnterAsync();
        _house.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new NotFound(), await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
        Assert.Equal(new NotFound(), await _house.Guard.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));

        await _house.UpkeepAsync();
        await _house.UpkeepAsync();

        var ended = Assert.Single(_house.Trail(), record => record.Action == AuditActions.LeaveAsOperator);
        Assert.Equal((null, "done"), (ended.ActorId, ended.Outcome));
        Assert.Contains(visit.OperatorName, ended.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_takes_the_rights_at_once()
    {
        await _house.EnterAsync();
        Assert.Null(await _house.Guard.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));

        Assert.Null((await _house.Service.LeaveAsync(_house.Acme)).Failure);

        Assert.Equal(new NotFound(), await _house.Guard.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
        Assert.Equal(new NotFound(), (await _house.Service.LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Whoever_went_in_twice_at_the_same_moment_leaves_once()
    {
        var first = await _house.EnterAsync();
        await _house.Get<OperatorVisits>().BeginAsync(first with { Id = Guid.NewGuid(), BeganAt = first.BeganAt.AddMilliseconds(1) });

        Assert.Null((await _house.Service.LeaveAsync(_house.Acme)).Failure);

        Assert.Equal(new NotFound(), await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Somebody_who_is_no_operator_any_more_may_nothing_but_leave()
    {
        await _house.EnterAsync();
        _house.Logto.TenantRoles.Clear();

        Assert.Equal(new NotFound(), await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
        Assert.IsType<NotFound>(await _house.Get<IRoleCeiling>().RefuseUnlessWithinAsync(_house.Acme, _house.Olga, [_house.Admin]));
        Assert.Null((await _house.Service.LeaveAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Somebody_suspended_is_outside()
    {
        await _house.EnterAsync();
        var index = _house.Logto.Users.FindIndex(user => user.Id == _house.Olga);
        _house.Logto.Users[index] = _house.Logto.Users[index] with { IsSuspended = true };

        Assert.IsType<SignInRequired>(await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
        Assert.IsType<SignInRequired>((await _house.Service.EnterAsync(_house.Globex, VisitHouse.Reason)).Failure);
    }

    [Fact]
    public async Task Inside_every_role_can_be_given_and_outside_none()
    {
        var ceiling = _house.Get<IRoleCeiling>();
        Assert.NotNull(await ceiling.RefuseUnlessWithinAsync(_house.Acme, _house.Olga, [_house.Admin]));

        await _house.EnterAsync();

        Assert.Null(await ceiling.RefuseUnlessWithinAsync(_house.Acme, _house.Olga, [_house.Admin], OrganizationPermissions.ManageMembers));
        Assert.All((await ceiling.ListAsync(_house.Acme, _house.Olga)).Value, role => Assert.True(role.CanGrant));
        Assert.NotNull(await ceiling.RefuseUnlessWithinAsync(_house.Globex, _house.Olga, [_house.Admin]));
    }

    [Fact]
    public async Task A_member_who_is_an_operator_too_has_their_own_rights_outside_and_all_of_them_inside()
    {
        _house.Logto.AddMember(_house.Acme, _house.Olga, _house.Member);
        Assert.Equal(new Forbidden("members.manage"), await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ManageMembers));

        await _house.EnterAsync();

        Assert.Null(await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ManageMembers));
    }

    [Fact]
    public async Task Logto_failing_lets_nobody_in()
    {
        _house.Logto.Calls.Fail("IUsersClient.ListRolesAsync", new LogtoUnreachableException("GET users/{id}/roles"));
        Assert.IsType<Unavailable>((await _house.Service.EnterAsync(_house.Acme, VisitHouse.Reason)).Failure);

        await _house.EnterAsync();
        _house.Logto.Calls.Fail("IUsersClient.ListRolesAsync", new LogtoUnreachableException("GET users/{id}/roles"));

        Assert.IsType<Unavailable>(await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_lets_no_visitor_in_and_keeps_no_member_out()
    {
        var visits = new NoVisits { Failure = new Unavailable() };
        var rights = new VisitRights(visits, _house.Get<TenantOperators>());

        Assert.IsType<Unavailable>((await rights.RaiseAsync(_house.Acme, _house.Olga, OrganizationRights.None)).Failure);
        Assert.True((await rights.RaiseAsync(_house.Acme, _house.Bob, OrganizationRights.None with { IsMember = true })).Value.IsMember);
    }

    [Fact]
    public async Task Whoever_is_on_no_visit_costs_Logto_no_call_more()
    {
        _house.SignIn(_house.Bob);
        await _house.Guard.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers);

        Assert.Equal(2, _house.Logto.Calls.Made.Count);
    }

    [Fact]
    public async Task An_invitation_sent_inside_can_be_accepted_after_the_visit_and_one_from_before_cannot()
    {
        var vouching = _house.Get<InvitationVouching>();
        var before = _house.Logto.AddInvitation(_house.Acme, "before@acme.example", _house.Olga, null, _house.Admin);
        _house.Clock.Advance(TimeSpan.FromMinutes(5));
        _house.SignIn(_house.Olga);
        Assert.Equal(new Refused(RefusalReasons.InvitationVoid), await RefuseAsync(before));
        await _house.EnterAsync();
        var inside = _house.Logto.AddInvitation(_house.Acme, "inside@acme.example", _house.Olga, null, _house.Admin);
        _house.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Null(await RefuseAsync(inside));

        var after = _house.Logto.AddInvitation(_house.Acme, "after@acme.example", _house.Olga, null, _house.Admin);
        Assert.Equal(new Refused(RefusalReasons.InvitationVoid), await RefuseAsync(after));
        _house.Logto.TenantRoles.Clear();
        Assert.Equal(new Refused(RefusalReasons.InvitationVoid), await RefuseAsync(inside));

        Task<Failure?> RefuseAsync(InvitationId id) => vouching.RefuseAsync(_house.Logto.Invitations.Single(one => one.Id == id), null);
    }

    [Fact]
    public async Task What_was_made_inside_stands_as_long_as_whoever_made_it_is_an_operator()
    {
        var rights = _house.Get<VisitRights>();
        var madeAt = (await _house.EnterAsync()).BeganAt.AddSeconds(5);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _house.UpkeepAsync();

        Assert.True((await rights.VouchForAsync(_house.Acme, _house.Olga, madeAt)).Value);
        Assert.False((await rights.VouchForAsync(_house.Acme, _house.Olga, madeAt.AddDays(2))).Value);
        Assert.False((await rights.VouchForAsync(_house.Globex, _house.Olga, madeAt)).Value);

        _house.Logto.TenantRoles.Clear();
        Assert.False((await rights.VouchForAsync(_house.Acme, _house.Olga, madeAt)).Value);
    }
}
