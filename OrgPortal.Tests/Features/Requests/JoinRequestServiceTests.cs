using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Features.Domains;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Requests;

public sealed class JoinRequestServiceTests : IDisposable
{
    private static readonly string Adds = FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.AddAsync));
    private static readonly string Gives = FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.AddRolesAsync));
    private static readonly string Removes = FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.RemoveAsync));

    private readonly DomainHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Whoever_has_an_address_of_the_domain_finds_the_organization_and_asks_once()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Dave);

        var offer = (await _house.Requests.ListMineAsync()).Value.Offer!;
        Assert.Equal((_house.Acme, "Acme", "acme.example"), (offer.Organization, offer.Name, offer.Domain));
        Assert.Null((await _house.Requests.AskAsync(_house.Acme, "  I am new in sales.  ")).Failure);
        Assert.Equal(RefusalReasons.RequestOpen, (await _house.Requests.AskAsync(_house.Acme, null)).Failure!.Code);

        var mine = (await _house.Requests.ListMineAsync()).Value;
        Assert.Null(mine.Offer);
        Assert.Equal(("Acme", RequestState.Open), Assert.Single(mine.Requests) is var one ? (one.OrganizationName, one.State) : default);
        Assert.Equal(("dave@acme.example", "I am new in sales."), (_house.Request().Address, _house.Request().Note));
        Assert.Equal(_house.Clock.GetUtcNow().AddDays(30), _house.Request().ExpiresAt);
        Assert.Contains(new JoinRequestsChanged(_house.Acme, _house.Dave), _house.Events.Published);
        Assert.Equal([(NoticeKinds.RequestMade, _house.Alice.Value)], _house.Told());
        var record = _house.Audit.Records.Single(record => record.Action == AuditActions.AskToJoin && record.Outcome == "done");
        Assert.Equal(_house.Dave.Value, record.TargetId);
    }

    [Fact]
    public async Task Nobody_else_learns_that_there_is_such_an_organization()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        foreach (var stranger in new[] { _house.Eve, _house.Greta })
        {
            _house.SignIn(stranger);
            _house.Logto.Calls.Clear();

            Assert.True((await _house.Requests.ListMineAsync()).Value.IsEmpty);
            var made = _house.Logto.Calls.Made;
            Assert.IsType<NotFound>((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
            Assert.IsType<NotFound>((await _house.Requests.AskAsync(OrganizationId.Parse("neverwas0001"), null)).Failure);
            Assert.Equal(["IUsersClient.GetAsync"], made);
        }

        Assert.Empty(_house.Told());
    }

    [Fact]
    public async Task Without_being_switched_on_or_without_proof_there_is_nothing_to_ask()
    {
        await _house.ClaimAsync(_house.Acme);
        await AssertNothingToAskAsync();
        _house.SignIn(_house.Alice);
        await _house.Service.VerifyAsync(_house.Acme, "acme.example");
        await AssertNothingToAskAsync();

        _house.SignIn(_house.Alice);
        await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member]);
        await AssertNothingToAskAsync();
    }

    [Fact]
    public async Task A_lapsed_domain_hides_the_organization()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.Dns.Records.Clear();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        await _house.RecheckAsync();
        _house.SignIn(_house.Dave);
        Assert.NotNull((await _house.Requests.ListMineAsync()).Value.Offer);

        // Its grace is over, and no job has come yet.
        _house.Clock.Advance(TimeSpan.FromDays(7));
        await AssertNothingToAskAsync();
        await _house.RecheckAsync();
        await AssertNothingToAskAsync();
    }

    [Fact]
    public async Task Where_sign_up_verifies_no_addresses_an_address_opens_nothing()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.Logto.VerifiesAddresses = false;

        await AssertNothingToAskAsync();
    }

    [Fact]
    public async Task The_address_counts_that_Logto_has_now_and_not_the_one_of_the_session()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Dave);
        ChangeAddress(_house.Dave, "dave@elsewhere.example");

        Assert.Null((await _house.Requests.ListMineAsync()).Value.Offer);
        Assert.IsType<NotFound>((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    [Fact]
    public async Task Members_and_suspended_people_do_not_ask()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Bob);
        Assert.Null((await _house.Requests.ListMineAsync()).Value.Offer);
        Assert.Equal(RefusalReasons.AlreadyMember, (await _house.Requests.AskAsync(_house.Acme, null)).Failure!.Code);

        _house.SignIn(_house.Dave);
        Suspend(_house.Dave);
        Assert.IsType<SignInRequired>((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    [Theory]
    [InlineData("too_long", 501)]
    [InlineData("control_characters", 0)]
    public async Task A_note_that_cannot_be_shown_is_refused(string reason, int length)
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Dave);

        var refused = Assert.IsType<Invalid>((await _house.Requests.AskAsync(_house.Acme, length == 0 ? "a\u202Eb" : new string('x', length))).Failure);

        Assert.Equal([new FieldFailure("note", reason)], refused.Fields);
    }

    [Fact]
    public async Task Nobody_asks_more_often_than_allowed()
    {
        await AskAsync();
        for (var i = 0; i < 2; i++)
        {
            await _house.Requests.WithdrawAsync(_house.Request().Id);
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
        }

        await _house.Requests.WithdrawAsync(_house.Request().Id);
        Assert.Equal(JoinAsking.PerPerson, (await _house.Requests.AskAsync(_house.Acme, null)).Failure!.Code);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Of_two_requests_at_the_same_moment_one_is_refused(StoreProvider provider)
    {
        using var house = new DomainHouse(provider);
        await house.VerifyAsync(DomainEnrolment.Ask);
        house.SignIn(house.Dave);
        var organizations = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.ListOrganizationsAsync));
        house.Logto.Calls.Clear();
        var first = house.Logto.Calls.Hold(organizations);
        var waiting = house.Requests.AskAsync(house.Acme, null);
        // Else the second may be the one that is held, for ever.
        await Eventually.TrueAsync(() => house.Logto.Calls.CountOf(organizations) == 1);

        Assert.Null((await house.Requests.AskAsync(house.Acme, null)).Failure);
        first.SetResult();

        Assert.Equal(RefusalReasons.RequestOpen, (await waiting).Failure!.Code);
    }

    [Fact]
    public async Task One_takes_back_ones_own_request_and_nobody_elses()
    {
        await AskAsync();
        var id = _house.Request().Id;
        _house.SignIn(_house.Eve);
        Assert.IsType<NotFound>((await _house.Requests.WithdrawAsync(id)).Failure);
        Assert.IsType<NotFound>((await _house.Requests.WithdrawAsync(Guid.NewGuid())).Failure);

        _house.SignIn(_house.Dave);
        Assert.Null((await _house.Requests.WithdrawAsync(id)).Failure);
        Assert.Equal(RefusalReasons.RequestClosed, (await _house.Requests.WithdrawAsync(id)).Failure!.Code);
        Assert.Equal(RequestStates.Withdrawn, _house.Request().State);
        Assert.NotNull((await _house.Requests.ListMineAsync()).Value.Offer);
        Assert.Equal("done", _house.Audit.Records.Single(record => record.Action == AuditActions.WithdrawRequest).Outcome);
    }

    [Fact]
    public async Task Approving_makes_a_member_with_the_roles_chosen()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        var row = Assert.Single((await _house.Requests.ListAsync(_house.Acme, new RequestQuery())).Value.Page.Items);
        Assert.Equal(("Dave Dunn", "dave@acme.example", _house.Dave), (row.Name, row.Address, row.Asker));
        Assert.Equal(new RequestTab(true, 1), (await _house.Requests.CountAsync(_house.Acme)).Value);

        Assert.Null((await _house.Requests.ApproveAsync(_house.Acme, row.Id, [_house.Member, _house.Member])).Failure);

        Assert.Equal(["member"], _house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
        Assert.Equal((RequestStates.Approved, "Alice Adams"), (_house.Request().State, _house.Request().AnsweredByName));
        Assert.Equal(new RequestTab(true, 0), (await _house.Requests.CountAsync(_house.Acme)).Value);
        Assert.Contains(new MembersChanged(_house.Acme, _house.Dave), _house.Events.Published);
        Assert.Contains((NoticeKinds.RequestApproved, _house.Dave.Value), _house.Told());
        Assert.Equal("done", _house.Audit.Records.Single(record => record.Action == AuditActions.ApproveRequest).Outcome);
        Assert.Equal(RefusalReasons.RequestClosed, (await _house.Requests.ApproveAsync(_house.Acme, row.Id, [_house.Member])).Failure!.Code);
    }

    [Fact]
    public async Task Who_may_invite_may_approve_but_not_with_more_than_they_hold()
    {
        await AskAsync();
        _house.SignIn(_house.Ina);
        var id = _house.Request().Id;

        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Admin])).Failure!.Code);
        Assert.Equal(RefusalReasons.MachineRole, (await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Machine])).Failure!.Code);
        Assert.IsType<Invalid>((await _house.Requests.ApproveAsync(_house.Acme, id, [])).Failure);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
        Assert.Equal(2, _house.Audit.Records.Count(record => record.Action == AuditActions.ApproveRequest && record.Outcome == "denied"));

        Assert.Null((await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Member])).Failure);
    }

    [Fact]
    public async Task Without_the_permission_and_from_another_organization_nothing_is_seen_or_answered()
    {
        await AskAsync();
        var id = _house.Request().Id;
        _house.SignIn(_house.Sam);
        Assert.IsType<Forbidden>((await _house.Requests.ListAsync(_house.Acme, new RequestQuery())).Failure);
        Assert.IsType<Forbidden>((await _house.Requests.CountAsync(_house.Acme)).Failure);
        Assert.IsType<Forbidden>((await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Member])).Failure);
        Assert.IsType<Forbidden>((await _house.Requests.DeclineAsync(_house.Acme, id, null)).Failure);

        _house.SignIn(_house.Greta);
        Assert.IsType<NotFound>((await _house.Requests.ApproveAsync(_house.Globex, id, [_house.Member])).Failure);
        Assert.IsType<NotFound>((await _house.Requests.DeclineAsync(_house.Globex, id, null)).Failure);
        Assert.IsType<NotFound>((await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Member])).Failure);
        Assert.Equal(new RequestTab(false, 0), (await _house.Requests.CountAsync(_house.Globex)).Value);

        Assert.Equal(RequestStates.Open, _house.Request().State);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task When_Logto_fails_between_membership_and_roles_nothing_is_left()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        _house.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());

        var failure = Assert.IsType<Interrupted>((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure);

        Assert.True(failure.IsUndone);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
        Assert.Equal((RequestStates.Open, (string?)null), (_house.Request().State, _house.Request().AnsweredById));
        Assert.DoesNotContain(_house.Told(), told => told.Kind == NoticeKinds.RequestApproved);
        Assert.Null((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure);
        Assert.Equal(["member"], _house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task A_membership_whose_answer_was_lost_is_taken_back_too()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        _house.Logto.Calls.FailAfterActing(Adds, FakeLogtoCalls.Outage());

        Assert.True(Assert.IsType<Interrupted>((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure).IsUndone);

        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_at_once_is_later()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        _house.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Removes, FakeLogtoCalls.Outage());
        Assert.False(Assert.IsType<Interrupted>((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure).IsUndone);
        Assert.Empty(_house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
        Assert.NotNull(_house.Logto.FindMember(_house.Acme, _house.Dave));

        await UpkeepAsync();
        Assert.NotNull(_house.Logto.FindMember(_house.Acme, _house.Dave));
        _house.Clock.Advance(TimeSpan.FromMinutes(3));
        await UpkeepAsync();

        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
        Assert.Equal(RequestStates.Open, _house.Request().State);
    }

    [Fact]
    public async Task An_approval_that_was_broken_off_can_be_done_again_at_once()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        _house.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Removes, FakeLogtoCalls.Outage());
        await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member]);

        Assert.Null((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Inviting])).Failure);

        Assert.Equal(["inviting"], _house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
        Assert.Equal(RequestStates.Approved, _house.Request().State);
    }

    [Fact]
    public async Task An_approval_that_ended_before_it_was_written_down_is_seen_to_be_done()
    {
        await AskAsync();
        await using (var context = _house.Store.CreateDbContext())
        {
            await context.JoinRequests.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RequestStates.Approving));
        }

        _house.Logto.AddMember(_house.Acme, _house.Dave, _house.Member);
        _house.Clock.Advance(TimeSpan.FromMinutes(3));
        await UpkeepAsync();

        Assert.Equal(RequestStates.Approved, _house.Request().State);
        Assert.Equal(["member"], _house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task Somebody_who_joined_meanwhile_keeps_the_roles_they_have()
    {
        await AskAsync();
        _house.Logto.AddMember(_house.Acme, _house.Dave, _house.Member);
        _house.SignIn(_house.Alice);

        Assert.Equal(RefusalReasons.AlreadyMember, (await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Admin])).Failure!.Code);

        Assert.Equal(["member"], _house.Logto.RoleNamesOf(_house.Acme, _house.Dave));
        Assert.Equal(RequestStates.Gone, _house.Request().State);
    }

    [Fact]
    public async Task Somebody_suspended_or_with_another_address_now_is_not_taken_in()
    {
        await AskAsync();
        _house.SignIn(_house.Alice);
        var id = _house.Request().Id;
        ChangeAddress(_house.Dave, "dave@elsewhere.example");
        Assert.Equal(RefusalReasons.AskerAddressChanged, (await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Member])).Failure!.Code);

        ChangeAddress(_house.Dave, "dave@acme.example");
        Suspend(_house.Dave);
        Assert.Equal(RefusalReasons.AskerSuspended, (await _house.Requests.ApproveAsync(_house.Acme, id, [_house.Member])).Failure!.Code);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task An_account_that_is_gone_ends_its_request()
    {
        await AskAsync();
        _house.Logto.Users.RemoveAll(user => user.Id == _house.Dave);
        _house.SignIn(_house.Alice);

        Assert.Equal(RefusalReasons.RequestClosed, (await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure!.Code);
        Assert.Equal(RequestStates.Gone, _house.Request().State);
    }

    [Fact]
    public async Task Declining_says_why_and_lets_the_person_ask_again_after_some_days()
    {
        await AskAsync();
        _house.SignIn(_house.Ina);
        Assert.Null((await _house.Requests.DeclineAsync(_house.Acme, _house.Request().Id, " Ask Bob first. ")).Failure);
        Assert.Contains((NoticeKinds.RequestDeclined, _house.Dave.Value), _house.Told());

        _house.SignIn(_house.Dave);
        var mine = (await _house.Requests.ListMineAsync()).Value;
        Assert.Null(mine.Offer);
        Assert.Equal((RequestState.Declined, "Ask Bob first."), Assert.Single(mine.Requests) is var one ? (one.State, one.Reason) : default);
        Assert.Equal(JoinAsking.DeclinedLately, (await _house.Requests.AskAsync(_house.Acme, null)).Failure!.Code);

        _house.Clock.Advance(TimeSpan.FromDays(7));
        Assert.NotNull((await _house.Requests.ListMineAsync()).Value.Offer);
        Assert.Null((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    [Fact]
    public async Task A_request_that_nobody_answers_ends_after_thirty_days()
    {
        await AskAsync();
        _house.Clock.Advance(TimeSpan.FromDays(30));
        _house.SignIn(_house.Alice);
        Assert.Equal(0, (await _house.Requests.CountAsync(_house.Acme)).Value.Open);
        Assert.Equal(RequestState.Expired, Assert.Single((await _house.Requests.ListAsync(_house.Acme, new RequestQuery(ShowsEnded: true))).Value.Page.Items).State);
        Assert.Equal(RefusalReasons.RequestClosed, (await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure!.Code);

        await UpkeepAsync();
        Assert.Equal(RequestStates.Expired, _house.Request().State);
        _house.Clock.Advance(TimeSpan.FromDays(181));
        await UpkeepAsync();
        Assert.Equal(0, (await _house.Requests.ListAsync(_house.Acme, new RequestQuery(ShowsEnded: true))).Value.Ended);
    }

    [Fact]
    public async Task Whoever_asked_too_long_ago_asks_again_also_before_the_job_has_come()
    {
        await AskAsync();
        _house.Clock.Advance(TimeSpan.FromDays(30));

        Assert.NotNull((await _house.Requests.ListMineAsync()).Value.Offer);
        Assert.Null((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        await AskAsync();
        _house.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _house.Requests.WithdrawAsync(_house.Request().Id)).Failure);
        _house.SignIn(_house.Alice);
        Assert.IsType<Unavailable>((await _house.Requests.ApproveAsync(_house.Acme, _house.Request().Id, [_house.Member])).Failure);
        Assert.IsType<Unavailable>((await _house.Requests.DeclineAsync(_house.Acme, _house.Request().Id, null)).Failure);

        Assert.Equal(RequestStates.Open, _house.Request().State);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));
    }

    [Fact]
    public async Task Without_a_store_nothing_is_asked()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Dave);
        _house.Store.IsDown = true;

        Assert.IsType<Unavailable>((await _house.Requests.ListMineAsync()).Failure);
        Assert.IsType<Unavailable>((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    private async Task AskAsync()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.SignIn(_house.Dave);
        Assert.Null((await _house.Requests.AskAsync(_house.Acme, "Hello")).Failure);
    }

    private async Task AssertNothingToAskAsync()
    {
        _house.SignIn(_house.Dave);
        Assert.True((await _house.Requests.ListMineAsync()).Value.IsEmpty);
        Assert.IsType<NotFound>((await _house.Requests.AskAsync(_house.Acme, null)).Failure);
    }

    private Task UpkeepAsync() => _house.Get<JoinUpkeep>().RunAsync(CancellationToken.None);

    private void ChangeAddress(UserId person, string address) => Change(person, user => user with { PrimaryEmail = address });

    private void Suspend(UserId person) => Change(person, user => user with { IsSuspended = true });

    private void Change(UserId person, Func<OrgPortal.Web.Logto.Models.User, OrgPortal.Web.Logto.Models.User> change)
    {
        var index = _house.Logto.Users.FindIndex(user => user.Id == person);
        _house.Logto.Users[index] = change(_house.Logto.Users[index]);
    }
}
