using System.Net;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class SendInvitationsTests : IDisposable
{
    private static readonly string Create = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.CreateAsync));
    private static readonly string Message = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.SendMessageAsync));
    private static readonly string List = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.ListByOrganizationAsync));

    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task An_address_is_invited_in_lower_case_and_mailed_a_link_with_a_token()
    {
        var outcome = Assert.Single((await SendAsync("  Dave@Example.COM ")).Value);

        Assert.Equal(("dave@example.com", AddressOutcomeKind.Sent), (outcome.Address, outcome.Kind));
        var invitation = _bed.Invitation(outcome.Invitation!.Value);
        Assert.Equal(("dave@example.com", _bed.Alice, InvitationStatuses.Pending), (invitation.Invitee, invitation.InviterId!.Value, invitation.Status));
        Assert.Equal(_bed.Clock.GetUtcNow().AddDays(7), invitation.ExpiresAt);
        Assert.Equal(_bed.Member, Assert.Single(invitation.OrganizationRoles).Id);
        Assert.StartsWith("https://portal.example/invitation/", Assert.Single(_bed.Logto.Messages).Message.Link, StringComparison.Ordinal);
        Assert.Equal(outcome.Invitation.Value.Value, (await _bed.Tokens.FindAsync(_bed.MailedToken())).Value!.InvitationId);
        Assert.Equal([nameof(Web.Events.InvitationsChanged)], _bed.Announced);
    }

    [Fact]
    public async Task Every_invitation_is_on_record_with_who_invited_whom()
    {
        await SendAsync("dave@example.com", "erin@example.com");

        Assert.Equal(["dave@example.com", "erin@example.com"], _bed.Audit.Records.Select(record => record.Act.TargetName!).Order());
        Assert.All(_bed.Audit.Records, record => Assert.Equal(
            (AuditActions.CreateInvitation, "done", _bed.Acme),
            (record.Action, record.Outcome, record.Organization!.Value)));
        Assert.Equal(
            _bed.Logto.Invitations.Select(invitation => invitation.Id.Value).Order(),
            _bed.Audit.Records.Select(record => record.TargetId!).Order());
    }

    [Fact]
    public async Task Each_address_gets_an_outcome_in_the_order_given_and_duplicates_are_one()
    {
        await _bed.InviteAsync("open@example.com");
        _bed.Logto.AddInvitation(_bed.Acme, "Console@Example.com", null, null, _bed.Member);

        var outcomes = (await SendAsync("new@example.com", "kenji@acme", "bob@acme.example", "NEW@example.com", "open@example.com", " kenji@acme ", "console@example.com")).Value;

        Assert.Equal(
            [
                ("new@example.com", AddressOutcomeKind.Sent),
                ("kenji@acme", AddressOutcomeKind.Invalid),
                ("bob@acme.example", AddressOutcomeKind.AlreadyMember),
                ("open@example.com", AddressOutcomeKind.AlreadyInvited),
                ("console@example.com", AddressOutcomeKind.AlreadyInvited),
            ],
            outcomes.Select(outcome => (outcome.Address, outcome.Kind)));
        Assert.NotNull(outcomes[3].Invitation);
    }

    [Fact]
    public async Task Inviting_costs_one_read_and_two_calls_for_each_address()
    {
        await SendAsync("a@example.com", "b@example.com", "not an address");

        Assert.Equal((1, 2, 2), (_bed.Logto.Calls.CountOf(List), _bed.Logto.Calls.CountOf(Create), _bed.Logto.Calls.CountOf(Message)));
        // Besides: the inviter's permissions, account and roles. The template is not counted: its real client keeps it.
        Assert.Equal(3 + 1 + 2 + 2, _bed.Logto.Calls.Count - _bed.Logto.Calls.CountOf("IOrganizationRolesClient.ListAsync"));
    }

    [Fact]
    public async Task A_mail_that_fails_leaves_the_invitation_open_and_its_link_dead()
    {
        _bed.Logto.HasEmailConnector = false;

        var outcome = Assert.Single((await SendAsync("dave@example.com")).Value);

        Assert.Equal((AddressOutcomeKind.MailNotSent, RefusalReasons.NoMailConnector), (outcome.Kind, outcome.Reason!.Code));
        Assert.Equal(InvitationStatuses.Pending, _bed.Invitation(outcome.Invitation!.Value).Status);
        Assert.Equal(InvitationEnds.NotSent, Assert.Single(_bed.StoredTokens()).EndedBecause);
        Assert.False(outcome.CanTryAgain);
    }

    [Fact]
    public async Task A_mail_whose_fate_is_unknown_keeps_its_link_alive()
    {
        _bed.Logto.Calls.FailAfterActing(Message, FakeLogtoCalls.Outage());

        var outcome = Assert.Single((await SendAsync("dave@example.com")).Value);

        Assert.Equal((AddressOutcomeKind.MailNotSent, "unavailable"), (outcome.Kind, outcome.Reason!.Code));
        Assert.Null((await _bed.Tokens.FindAsync(_bed.MailedToken())).Value!.EndedAt);
    }

    [Fact]
    public async Task One_address_that_fails_stops_no_other()
    {
        _bed.Logto.Calls.Fail(Create, FakeLogtoCalls.Outage());

        var outcomes = (await SendAsync("a@example.com", "b@example.com", "c@example.com")).Value;

        Assert.Equal([AddressOutcomeKind.Unavailable, AddressOutcomeKind.Sent, AddressOutcomeKind.Sent], outcomes.Select(outcome => outcome.Kind));
        Assert.True(outcomes[0].CanTryAgain);
        Assert.Contains(_bed.Audit.Records, record => record is { Act.TargetName: "a@example.com", Outcome: "failed", Reason: "unavailable" });
    }

    [Fact]
    public async Task Trying_again_after_a_lost_answer_makes_no_second_invitation()
    {
        _bed.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());

        Assert.Equal(AddressOutcomeKind.Unavailable, Assert.Single((await SendAsync("dave@example.com")).Value).Kind);
        Assert.Equal(AddressOutcomeKind.AlreadyInvited, Assert.Single((await SendAsync("dave@example.com")).Value).Kind);
        Assert.Single(_bed.Logto.Invitations);
    }

    [Fact]
    public async Task Somebody_who_was_faster_is_noticed_by_Logto()
    {
        _bed.Logto.Calls.Before(Create, () => _bed.Logto.AddInvitation(_bed.Acme, "dave@example.com", _bed.Ina));

        Assert.Equal(AddressOutcomeKind.AlreadyInvited, Assert.Single((await SendAsync("dave@example.com")).Value).Kind);
    }

    [Fact]
    public async Task An_address_that_only_Logto_refuses_is_that_address_alone()
    {
        _bed.Logto.Calls.Fail(Create, new LogtoApiException(HttpStatusCode.BadRequest, "guard.invalid_input", "POST /organization-invitations"));

        var outcomes = (await SendAsync("a@example.com", "b@example.com")).Value;

        Assert.Equal([AddressOutcomeKind.Invalid, AddressOutcomeKind.Sent], outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public async Task A_role_deleted_meanwhile_is_said_of_each_address()
    {
        _bed.Logto.Calls.Before(Create, () => _bed.Logto.Roles.RemoveAll(role => role.Id == _bed.Member));

        var outcome = Assert.Single((await SendAsync("dave@example.com")).Value);

        Assert.Equal((AddressOutcomeKind.Refused, RefusalReasons.ChangedMeanwhile), (outcome.Kind, outcome.Reason!.Code));
    }

    [Fact]
    public async Task At_most_four_addresses_are_under_way_at_once()
    {
        var held = Enumerable.Range(0, 4).Select(_ => _bed.Logto.Calls.Hold(Create)).ToList();

        var sending = SendAsync([.. Enumerable.Range(0, 9).Select(i => $"person{i}@example.com")]);
        await WaitUntilAsync(() => _bed.Logto.Calls.CountOf(Create) == 4);
        Assert.False(sending.IsCompleted);
        held.ForEach(release => release.SetResult());

        Assert.All((await sending).Value, outcome => Assert.Equal(AddressOutcomeKind.Sent, outcome.Kind));
        Assert.Equal(9, _bed.Logto.Invitations.Count);
    }

    [Fact]
    public async Task Without_the_permission_nothing_changes()
    {
        _bed.SignIn(_bed.Bob);

        Assert.IsType<Forbidden>((await SendAsync("dave@example.com")).Failure);
        AssertUntouched();
        Assert.Equal("denied", Assert.Single(_bed.Audit.Records).Outcome);
    }

    [Fact]
    public async Task From_another_organization_there_is_nothing_to_invite_to()
    {
        _bed.SignIn(_bed.Greta);

        Assert.IsType<NotFound>((await SendAsync("dave@example.com")).Failure);
        AssertUntouched();
    }

    [Fact]
    public async Task Signed_out_nobody_invites()
    {
        _bed.User.SignOut();

        Assert.IsType<SignInRequired>((await SendAsync("dave@example.com")).Failure);
        AssertUntouched();
    }

    [Fact]
    public async Task Nobody_invites_with_more_than_they_hold()
    {
        _bed.SignIn(_bed.Ina);

        var result = await _bed.Service.SendAsync(_bed.Acme, new SendInvitationsForm(["dave@example.com"], [_bed.Member, _bed.Admin]));

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "admin"), result.Failure);
        AssertUntouched();
        var denied = Assert.Single(_bed.Audit.Records);
        Assert.Equal((AuditActions.CreateInvitation, "denied", RefusalReasons.AboveOwnPermissions), (denied.Action, denied.Outcome, denied.Reason));
    }

    [Fact]
    public async Task A_role_for_machines_is_refused_before_anybody_is_invited()
    {
        var result = await _bed.Service.SendAsync(_bed.Acme, new SendInvitationsForm(["dave@example.com"], [_bed.Machine]));

        Assert.Equal(RefusalReasons.MachineRole, result.Failure!.Code);
        AssertUntouched();
    }

    [Theory]
    [InlineData(0, 1, 7, "addresses")]
    [InlineData(101, 1, 7, "addresses")]
    [InlineData(1, 0, 7, "roles")]
    [InlineData(1, 1, 0, "expiresInDays")]
    [InlineData(1, 1, 31, "expiresInDays")]
    public async Task A_form_that_cannot_be_used_names_the_field(int addresses, int roles, int days, string field)
    {
        var form = new SendInvitationsForm(
            [.. Enumerable.Range(0, addresses).Select(i => $"person{i}@example.com")], [.. Enumerable.Repeat(_bed.Member, roles)], days);

        var invalid = Assert.IsType<Invalid>((await _bed.Service.SendAsync(_bed.Acme, form)).Failure);

        Assert.Equal(field, Assert.Single(invalid.Fields).Field);
        AssertUntouched();
    }

    [Fact]
    public async Task A_chosen_end_is_kept()
    {
        var id = await _bed.InviteAsync(days: 30);

        Assert.Equal(_bed.Clock.GetUtcNow().AddDays(30), _bed.Invitation(id).ExpiresAt);
    }

    [Fact]
    public async Task What_goes_past_the_limit_waits_and_is_told_when()
    {
        using var bed = new InvitationTestBed(("Portal:Invitations:PerInviterAndHour", "2"));

        var outcomes = (await bed.Service.SendAsync(bed.Acme, new SendInvitationsForm(["bad", "bob@acme.example", "b@example.com", "c@example.com"], [bed.Member]))).Value;

        Assert.Equal(
            [AddressOutcomeKind.Invalid, AddressOutcomeKind.AlreadyMember, AddressOutcomeKind.Sent, AddressOutcomeKind.RateLimited],
            outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(TimeSpan.FromMinutes(30), Assert.IsType<LimitReached>(outcomes[3].Reason).RetryAfter);
        Assert.Equal(1, (await bed.Limits.ReserveAsync(bed.Acme, bed.Alice, 5)).Value.Granted);
    }

    [Fact]
    public async Task Inviting_an_expired_address_anew_leads_its_old_links_on()
    {
        await _bed.InviteAsync();
        var old = _bed.MailedToken();
        _bed.PassExpiry();

        var id = await _bed.InviteAsync();

        var link = (await _bed.Tokens.FindAsync(old)).Value!;
        Assert.Equal((InvitationEnds.Renewed, id.Value), (link.EndedBecause, link.ReplacedByInvitationId));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        _bed.Audit.IsDown = true;

        Assert.Equal(AddressOutcomeKind.Unavailable, Assert.Single((await SendAsync("dave@example.com")).Value).Kind);
        AssertUntouched();
    }

    [Fact]
    public async Task When_Logto_does_not_answer_nothing_is_begun()
    {
        _bed.Logto.Calls.Fail(List, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await SendAsync("dave@example.com")).Failure);
        AssertUntouched();
        Assert.Empty(_bed.Audit.Records);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while (!condition())
        {
            giveUp.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<Result<IReadOnlyList<AddressOutcome>>> SendAsync(params string[] addresses) =>
        _bed.Service.SendAsync(_bed.Acme, new SendInvitationsForm(addresses, [_bed.Member]));

    private void AssertUntouched()
    {
        Assert.Empty(_bed.Logto.Invitations);
        Assert.Empty(_bed.Logto.Messages);
        Assert.Empty(_bed.StoredTokens());
        Assert.Empty(_bed.Events.Published);
    }
}
