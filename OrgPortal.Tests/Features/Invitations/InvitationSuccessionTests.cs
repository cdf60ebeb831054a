using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

/// <summary>A revocation that is taken back, and invitations of somebody who goes.</summary>
public sealed class InvitationSuccessionTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task A_revocation_taken_back_makes_a_new_invitation_without_a_mail_and_the_mailed_link_works_again()
    {
        var id = await _bed.InviteAsync();
        var (token, end) = (_bed.MailedToken(), _bed.Invitation(id).ExpiresAt);
        await _bed.Service.RevokeAsync(_bed.Acme, id);

        Assert.False((await _bed.Service.RestoreAsync(_bed.Acme, id)).IsFailure);

        var restored = Assert.Single(_bed.Logto.Invitations);
        Assert.NotEqual(id, restored.Id);
        Assert.Equal((InvitationStatuses.Pending, end, _bed.Alice), (restored.Status, restored.ExpiresAt, restored.InviterId));
        Assert.Single(_bed.Logto.Messages);
        Assert.Equal(("invitation.restore", "done", restored.Id.Value), (_bed.Audit.Records[^1].Action, _bed.Audit.Records[^1].Outcome, _bed.Audit.Records[^1].TargetId));
        _bed.SignIn(_bed.Dave);
        Assert.Equal(LandingState.Ready, (await _bed.Responses.FindAsync(token)).State);
        Assert.False((await _bed.Responses.AcceptAsync(token)).IsFailure);
        Assert.All(_bed.StoredTokens(), link => Assert.NotNull(link.EndedAt));
    }

    [Fact]
    public async Task Revoking_again_ends_the_links_again()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        await _bed.Service.RestoreAsync(_bed.Acme, id);

        await _bed.Service.RevokeAsync(_bed.Acme, _bed.Logto.Invitations[0].Id);

        _bed.SignIn(_bed.Dave);
        Assert.Equal(LandingState.Revoked, (await _bed.Responses.FindAsync(_bed.MailedToken())).State);
    }

    [Fact]
    public async Task A_revocation_of_long_ago_is_not_taken_back()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        _bed.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(new Refused(RefusalReasons.TooLateToUndo), (await _bed.Service.RestoreAsync(_bed.Acme, id)).Failure);
        Assert.Equal(InvitationStatuses.Revoked, _bed.Invitation(id).Status);
    }

    [Fact]
    public async Task What_was_declined_or_is_open_is_not_taken_back()
    {
        var declined = await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Responses.DeclineAsync(_bed.MailedToken());
        _bed.SignIn(_bed.Alice);
        var open = await _bed.InviteAsync("other@example.com");

        Assert.Equal(new Refused(RefusalReasons.InvitationEnded), (await _bed.Service.RestoreAsync(_bed.Acme, declined)).Failure);
        Assert.Equal(new Refused(RefusalReasons.InvitationOpen), (await _bed.Service.RestoreAsync(_bed.Acme, open)).Failure);
    }

    [Fact]
    public async Task Somebody_invited_anew_meanwhile_is_told()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        await _bed.InviteAsync();

        Assert.Equal(new Refused(RefusalReasons.AlreadyInvited), (await _bed.Service.RestoreAsync(_bed.Acme, id)).Failure);
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task Nobody_takes_back_what_grants_more_than_they_hold()
    {
        var id = await _bed.InviteAsync(role: _bed.Admin);
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        _bed.SignIn(_bed.Ina);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "admin"), (await _bed.Service.RestoreAsync(_bed.Acme, id)).Failure);
    }

    [Fact]
    public async Task Without_the_permission_or_in_another_organization_nothing_is_done()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.RevokeAsync(_bed.Acme, id);

        _bed.SignIn(_bed.Bob);
        Assert.IsType<Forbidden>((await _bed.Service.RestoreAsync(_bed.Acme, id)).Failure);
        Assert.IsType<Forbidden>((await _bed.Service.TakeOverAsync(_bed.Acme, _bed.Ina)).Failure);
        Assert.IsType<Forbidden>((await _bed.Service.RevokeSentByAsync(_bed.Acme, _bed.Ina)).Failure);
        _bed.SignIn(_bed.Greta);
        Assert.IsType<NotFound>((await _bed.Service.RestoreAsync(_bed.Globex, id)).Failure);
    }

    [Fact]
    public async Task Logto_failing_in_the_middle_leaves_it_revoked()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        _bed.Logto.Calls.Fail("IOrganizationInvitationsClient.CreateAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _bed.Service.RestoreAsync(_bed.Acme, id)).Failure);
        Assert.Equal(InvitationStatuses.Revoked, _bed.Invitation(id).Status);
        Assert.All(_bed.StoredTokens(), link => Assert.NotNull(link.EndedAt));
    }

    [Fact]
    public async Task Links_of_somebody_who_went_work_again_once_somebody_else_vouches()
    {
        _bed.Logto.VerifiesAddresses = true;
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Ina);
        _bed.SignIn(_bed.Dave);
        Assert.Equal(LandingState.Void, (await _bed.Responses.FindAsync(token)).State);

        _bed.SignIn(_bed.Alice);
        Assert.Equivalent(new InvitationsHandled(1, 0), (await _bed.Service.TakeOverAsync(_bed.Acme, _bed.Ina)).Value);

        var record = _bed.Audit.Records[^1];
        Assert.Equal(("invitation.take_over", "done", _bed.Ina.Value), (record.Action, record.Outcome, record.TargetId));
        _bed.SignIn(_bed.Dave);
        Assert.Equal(LandingState.Ready, (await _bed.Responses.FindAsync(token)).State);
        Assert.False((await _bed.Responses.AcceptMineAsync(_bed.Logto.Invitations[0].Id)).IsFailure);
    }

    [Fact]
    public async Task Without_a_successor_nobody_joins_by_the_invitation_of_somebody_who_went()
    {
        _bed.Logto.VerifiesAddresses = true;
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync();
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Ina);
        _bed.SignIn(_bed.Dave);

        Assert.Equal(new Refused(RefusalReasons.InvitationVoid), (await _bed.Responses.AcceptMineAsync(_bed.Logto.Invitations[0].Id)).Failure);
    }

    [Fact]
    public async Task What_grants_more_than_one_holds_is_not_taken_over()
    {
        await _bed.InviteAsync(role: _bed.Admin);
        await _bed.InviteAsync("other@example.com");
        _bed.SignIn(_bed.Ina);

        Assert.Equivalent(new InvitationsHandled(1, 1), (await _bed.Service.TakeOverAsync(_bed.Acme, _bed.Alice)).Value);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: "invitation.take_over", Outcome: "denied" });
    }

    [Fact]
    public async Task All_open_ones_that_somebody_sent_are_revoked_and_others_stay()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync("one@example.com");
        await _bed.InviteAsync("two@example.com");
        _bed.SignIn(_bed.Alice);
        var mine = await _bed.InviteAsync("three@example.com");

        var handled = (await _bed.Service.RevokeSentByAsync(_bed.Acme, _bed.Ina)).Value;

        Assert.Equal((2, 0, 2), (handled.Done, handled.Left, handled.Revoked.Count));

        Assert.Equal([mine], _bed.Logto.Invitations.Where(invitation => invitation.Status == InvitationStatuses.Pending).Select(invitation => invitation.Id));
        Assert.Equal(2, _bed.Audit.Records.Count(record => record.Action == "invitation.revoke"));
    }

    [Fact]
    public async Task What_was_revoked_with_a_removal_is_restored_without_a_second_mail_and_what_cannot_be_is_counted()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync("one@example.com");
        await _bed.InviteAsync("two@example.com");
        _bed.SignIn(_bed.Alice);
        var sent = new SentInvitations(_bed.Service);
        var removal = await sent.RevokeAsync(_bed.Acme, _bed.Ina);
        Assert.Equal(2, removal.Revoked.Count);
        var mails = _bed.Logto.Messages.Count;
        _bed.Logto.Calls.Fail("IOrganizationInvitationsClient.CreateAsync", FakeLogtoCalls.Outage());

        Assert.Equal(1, await sent.RestoreAsync(_bed.Acme, removal.Revoked));
        Assert.Equal(1, _bed.Logto.Invitations.Count(invitation => invitation.Status == InvitationStatuses.Pending));
        // What failed can be tried again for as long as a revocation can be taken back.
        Assert.Equal(1, await sent.RestoreAsync(_bed.Acme, removal.Revoked));

        Assert.Equal(2, _bed.Logto.Invitations.Count(invitation => invitation.Status == InvitationStatuses.Pending));
        Assert.All(_bed.Logto.Invitations, invitation => Assert.Equal(_bed.Ina, invitation.InviterId));
        Assert.Equal(mails, _bed.Logto.Messages.Count);
    }

    [Fact]
    public async Task One_that_fails_is_counted_and_the_others_go_on()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync("one@example.com");
        await _bed.InviteAsync("two@example.com");
        _bed.SignIn(_bed.Alice);
        _bed.Logto.Calls.Fail("IOrganizationInvitationsClient.RevokeAsync", FakeLogtoCalls.Outage());

        var handled = (await _bed.Service.RevokeSentByAsync(_bed.Acme, _bed.Ina)).Value;

        Assert.Equal((1, 1, 1), (handled.Done, handled.Left, handled.Revoked.Count));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_whoever_sent_them()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync("one@example.com");
        _bed.SignIn(_bed.Alice);
        await _bed.InviteAsync("two@example.com");

        var list = await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(Inviter: _bed.Ina));

        Assert.Equal("one@example.com", Assert.Single(list.Value.Page.Items).Address);
    }
}
