using System.Globalization;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationServiceTests : IDisposable
{
    private static readonly string Revoke = Call(nameof(IOrganizationInvitationsClient.RevokeAsync));
    private static readonly string Create = Call(nameof(IOrganizationInvitationsClient.CreateAsync));
    private static readonly string Get = Call(nameof(IOrganizationInvitationsClient.GetAsync));
    private static readonly string List = Call(nameof(IOrganizationInvitationsClient.ListByOrganizationAsync));

    private readonly InvitationTestBed _bed = new();

    public static TheoryData<string> Acts => ["resend", "renew", "revoke", "delete", "link"];

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Open_invitations_are_counted_once_until_something_changes()
    {
        await _bed.InviteAsync();
        _bed.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = _bed.Logto.Calls.CountOf(List);
        Assert.Equal(1, (await _bed.Service.CountOpenAsync(_bed.Acme)).Value);
        Assert.Equal(1, (await _bed.Service.CountOpenAsync(_bed.Acme)).Value);
        Assert.Equal(before + 1, _bed.Logto.Calls.CountOf(List));

        await _bed.InviteAsync("erin@example.com");
        Assert.Equal(2, (await _bed.Service.CountOpenAsync(_bed.Acme)).Value);

        _bed.Clock.Advance(TimeSpan.FromHours(1));
        _bed.Logto.Calls.Fail(List, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _bed.Service.CountOpenAsync(_bed.Acme)).Failure);
    }

    [Fact]
    public async Task Nobody_reads_thousands_of_invitations_for_a_number_alone()
    {
        await _bed.InviteAsync();
        var one = _bed.Logto.Invitations[0];
        _bed.Logto.Invitations.AddRange(Enumerable.Range(0, InvitationTally.FewEnough).Select(number => one with { Id = InvitationId.Parse(string.Create(CultureInfo.InvariantCulture, $"many{number:00000000}")) }));
        Assert.Equal(InvitationTally.FewEnough + 1, (await _bed.Service.CountOpenAsync(_bed.Acme)).Value);

        _bed.Clock.Advance(TimeSpan.FromHours(1));
        var before = _bed.Logto.Calls.CountOf(List);
        Assert.Null((await _bed.Service.CountOpenAsync(_bed.Acme)).Value);
        Assert.Equal(before, _bed.Logto.Calls.CountOf(List));
    }

    [Fact]
    public async Task Open_invitations_are_counted_by_whoever_sent_them()
    {
        await _bed.InviteAsync();
        var inviter = Assert.Single(_bed.Logto.Invitations).InviterId!.Value;

        Assert.Equal(1, (await _bed.Service.CountOpenByAsync(_bed.Acme, inviter)).Value);
        Assert.Equal(0, (await _bed.Service.CountOpenByAsync(_bed.Acme, UserId.Parse("nobody123456"))).Value);
        _bed.Logto.Invitations[0] = _bed.Logto.Invitations[0] with { Status = InvitationStatuses.Revoked };
        Assert.Equal(0, (await _bed.Service.CountOpenByAsync(_bed.Acme, inviter)).Value);

        _bed.Logto.Calls.Fail(List, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _bed.Service.CountOpenByAsync(_bed.Acme, inviter)).Failure);
    }

    [Fact]
    public async Task Resending_mails_a_further_link_and_keeps_the_first()
    {
        var id = await _bed.InviteAsync();
        var first = _bed.MailedToken();

        Assert.False((await _bed.Service.ResendAsync(_bed.Acme, id)).IsFailure);

        var second = _bed.MailedToken();
        Assert.NotEqual(first, second);
        Assert.All(_bed.StoredTokens(), token => Assert.Null(token.EndedAt));
        AssertRecorded(AuditActions.ResendInvitation, "done", id);
    }

    [Fact]
    public async Task Logtos_limit_for_one_recipient_is_said_and_ends_only_the_new_link()
    {
        var id = await _bed.InviteAsync();
        for (var i = 0; i < 9; i++)
        {
            Assert.False((await _bed.Service.ResendAsync(_bed.Acme, id)).IsFailure);
        }

        Assert.IsType<LimitReached>((await _bed.Service.ResendAsync(_bed.Acme, id)).Failure);
        Assert.Equal(1, _bed.StoredTokens().Count(token => token.EndedBecause == InvitationEnds.NotSent));
        AssertRecorded(AuditActions.ResendInvitation, "failed", id);
    }

    [Fact]
    public async Task Resending_counts_towards_the_limits()
    {
        using var bed = new InvitationTestBed(("Portal:Invitations:PerInviterAndHour", "1"));
        var id = await bed.InviteAsync();

        Assert.Equal(InvitationLimits.PerInviter, (await bed.Service.ResendAsync(bed.Acme, id)).Failure!.Code);
        Assert.Single(bed.Logto.Messages);
    }

    [Fact]
    public async Task A_copied_link_is_a_further_one_and_mails_nobody()
    {
        var id = await _bed.InviteAsync();

        var link = (await _bed.Service.CreateLinkAsync(_bed.Acme, id)).Value;

        Assert.Equal("https://portal.example", link.GetLeftPart(UriPartial.Authority));
        Assert.Equal(id.Value, (await _bed.Tokens.FindAsync(InvitationTestBed.TokenIn(link.AbsoluteUri))).Value!.InvitationId);
        Assert.Single(_bed.Logto.Messages);
        AssertRecorded(AuditActions.CopyInvitationLink, "done", id);
    }

    [Fact]
    public async Task Renewing_an_expired_invitation_puts_a_new_one_in_its_place_and_leads_the_old_links_on()
    {
        var old = await _bed.InviteAsync();
        var oldToken = _bed.MailedToken();
        _bed.PassExpiry();
        _bed.SignIn(_bed.Ina);

        Assert.False((await _bed.Service.RenewAsync(_bed.Acme, old)).IsFailure);

        var renewed = Assert.Single(_bed.Logto.Invitations);
        Assert.NotEqual(old, renewed.Id);
        Assert.Equal((_bed.Ina, _bed.Clock.GetUtcNow().AddDays(7)), (renewed.InviterId!.Value, renewed.ExpiresAt));
        Assert.Equal(_bed.Member, Assert.Single(renewed.OrganizationRoles).Id);
        Assert.Equal(renewed.Id.Value, (await _bed.Tokens.FindAsync(oldToken)).Value!.ReplacedByInvitationId);
        Assert.Null((await _bed.Tokens.FindAsync(_bed.MailedToken())).Value!.EndedAt);
        AssertRecorded(AuditActions.RenewInvitation, "done", renewed.Id);
    }

    [Fact]
    public async Task A_renewal_whose_mail_fails_stands_and_says_so()
    {
        var old = await _bed.InviteAsync();
        _bed.PassExpiry();
        _bed.Logto.HasEmailConnector = false;

        Assert.Equal(RefusalReasons.NoMailConnector, (await _bed.Service.RenewAsync(_bed.Acme, old)).Failure!.Code);
        Assert.NotEqual(old, Assert.Single(_bed.Logto.Invitations).Id);
    }

    [Fact]
    public async Task A_renewal_that_Logto_does_not_take_leaves_everything_as_it_was()
    {
        var old = await _bed.InviteAsync();
        _bed.PassExpiry();
        _bed.Logto.Calls.Fail(Create, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _bed.Service.RenewAsync(_bed.Acme, old)).Failure);
        Assert.Equal(old, Assert.Single(_bed.Logto.Invitations).Id);
        Assert.Null(Assert.Single(_bed.StoredTokens()).EndedAt);
    }

    [Fact]
    public async Task Only_an_expired_invitation_is_renewed()
    {
        var id = await _bed.InviteAsync();

        Assert.Equal(RefusalReasons.InvitationOpen, (await _bed.Service.RenewAsync(_bed.Acme, id)).Failure!.Code);
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        Assert.Equal(RefusalReasons.InvitationEnded, (await _bed.Service.RenewAsync(_bed.Acme, id)).Failure!.Code);
        Assert.Single(_bed.Logto.Invitations);
    }

    [Fact]
    public async Task Revoking_ends_the_invitation_and_all_its_links()
    {
        var id = await _bed.InviteAsync();
        await _bed.Service.CreateLinkAsync(_bed.Acme, id);

        Assert.False((await _bed.Service.RevokeAsync(_bed.Acme, id)).IsFailure);

        Assert.Equal(InvitationStatuses.Revoked, _bed.Invitation(id).Status);
        Assert.All(_bed.StoredTokens(), token => Assert.Equal(InvitationEnds.Revoked, token.EndedBecause));
        AssertRecorded(AuditActions.RevokeInvitation, "done", id);
        Assert.Equal(nameof(InvitationsChanged), _bed.Announced.Last());
    }

    [Fact]
    public async Task Whoever_may_invite_may_revoke_what_is_above_them()
    {
        var id = await _bed.InviteAsync(role: _bed.Admin);
        _bed.SignIn(_bed.Ina);

        Assert.False((await _bed.Service.RevokeAsync(_bed.Acme, id)).IsFailure);
        Assert.Equal(InvitationStatuses.Revoked, _bed.Invitation(id).Status);
    }

    [Fact]
    public async Task Revoking_what_was_just_accepted_says_that_there_is_a_new_member()
    {
        var id = await _bed.InviteAsync();
        _bed.Logto.Calls.Before(Revoke, () => _bed.Logto.InvitationsClient.AcceptAsync(id, _bed.Dave).Wait());

        var result = await _bed.Service.RevokeAsync(_bed.Acme, id);

        Assert.Equal(new Refused(RefusalReasons.AcceptedMeanwhile, "dave@example.com"), result.Failure);
        Assert.Contains(_bed.Events.Published, e => e is MembersChanged members && members.Affected == _bed.Dave);
        AssertRecorded(AuditActions.RevokeInvitation, "failed", id);
    }

    [Fact]
    public async Task An_acceptance_that_slips_past_a_revocation_is_noticed()
    {
        var id = await _bed.InviteAsync();
        _bed.Logto.Calls.FailAfterActing(Revoke, new LogtoApiException(System.Net.HttpStatusCode.UnprocessableEntity, "request.invalid_input", "PUT"));
        _bed.Logto.Calls.Before(Get, () => { });
        _bed.Logto.Calls.Before(Get, () => Replace(_bed.Invitation(id) with { Status = InvitationStatuses.Revoked, AcceptedUserId = _bed.Dave }));

        Assert.Equal(RefusalReasons.AcceptedMeanwhile, (await _bed.Service.RevokeAsync(_bed.Acme, id)).Failure!.Code);
    }

    [Fact]
    public async Task Revoking_while_Logto_is_down_leaves_the_links_alive()
    {
        var id = await _bed.InviteAsync();
        _bed.Logto.Calls.Fail(Revoke, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _bed.Service.RevokeAsync(_bed.Acme, id)).Failure);
        Assert.Null(Assert.Single(_bed.StoredTokens()).EndedAt);
        AssertRecorded(AuditActions.RevokeInvitation, "failed", id);
    }

    [Fact]
    public async Task Only_ended_invitations_are_deleted()
    {
        var id = await _bed.InviteAsync();

        Assert.Equal(RefusalReasons.InvitationOpen, (await _bed.Service.DeleteAsync(_bed.Acme, id)).Failure!.Code);
        _bed.PassExpiry();
        Assert.False((await _bed.Service.DeleteAsync(_bed.Acme, id)).IsFailure);

        Assert.Empty(_bed.Logto.Invitations);
        Assert.Equal(InvitationEnds.Expired, Assert.Single(_bed.StoredTokens()).EndedBecause);
        AssertRecorded(AuditActions.DeleteInvitation, "done", id);
    }

    [Theory]
    [InlineData("resend")]
    [InlineData("link")]
    [InlineData("revoke")]
    public async Task What_has_ended_cannot_be_acted_on(string act)
    {
        var id = await _bed.InviteAsync();
        _bed.PassExpiry();
        _bed.Logto.Messages.Clear();

        Assert.Equal(RefusalReasons.InvitationEnded, (await ActAsync(act, _bed.Acme, id))!.Code);
        Assert.Empty(_bed.Logto.Messages);
        Assert.Single(_bed.StoredTokens());
    }

    [Theory]
    [InlineData("resend")]
    [InlineData("link")]
    [InlineData("renew")]
    public async Task Nobody_hands_out_again_what_is_above_them(string act)
    {
        var id = await _bed.InviteAsync(role: _bed.Admin);
        if (act == "renew")
        {
            _bed.PassExpiry();
        }

        _bed.SignIn(_bed.Ina);
        var before = _bed.Logto.Messages.Count;

        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await ActAsync(act, _bed.Acme, id))!.Code);
        Assert.Equal(before, _bed.Logto.Messages.Count);
        Assert.Single(_bed.StoredTokens());
        Assert.Equal("denied", _bed.Audit.Records[^1].Outcome);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Without_the_permission_nothing_changes(string act)
    {
        var id = await PrepareAsync(act);
        _bed.SignIn(_bed.Bob);

        Assert.IsType<Forbidden>(await ActAsync(act, _bed.Acme, id));
        await AssertUntouchedAsync(id);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_invitation_of_another_organization_is_not_found(string act)
    {
        var id = await PrepareAsync(act);
        _bed.SignIn(_bed.Greta);

        Assert.IsType<NotFound>(await ActAsync(act, _bed.Globex, id));
        Assert.IsType<NotFound>(await ActAsync(act, _bed.Acme, id));
        await AssertUntouchedAsync(id);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_unknown_invitation_is_not_found_like_a_foreign_one(string act)
    {
        Assert.IsType<NotFound>(await ActAsync(act, _bed.Acme, InvitationId.Parse("unknown")));
        Assert.IsType<NotFound>(await ActAsync(act, _bed.Acme, default));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task What_cannot_be_recorded_is_not_done(string act)
    {
        var id = await PrepareAsync(act);
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>(await ActAsync(act, _bed.Acme, id));
        await AssertUntouchedAsync(id);
    }

    [Theory]
    [InlineData("renew")]
    [InlineData("revoke")]
    [InlineData("delete")]
    public async Task Without_the_lock_nothing_is_done(string act)
    {
        var id = await PrepareAsync(act);
        _bed.Locks.IsDown = true;

        Assert.IsType<Unavailable>(await ActAsync(act, _bed.Acme, id));
        await AssertUntouchedAsync(id);
    }

    [Fact]
    public async Task A_list_holds_one_page_newest_first_and_counts_of_all()
    {
        for (var i = 0; i < 5; i++)
        {
            await _bed.InviteAsync($"person{i}@example.com");
            _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var list = (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(Page: 2, PageSize: 2))).Value;

        Assert.Equal(["person2@example.com", "person1@example.com"], list.Page.Items.Select(row => row.Address));
        Assert.Equal((5, 5), (list.Page.TotalCount, list.Counts.Pending));
    }

    [Fact]
    public async Task A_page_past_the_end_is_the_last_one()
    {
        await _bed.InviteAsync();

        var list = (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(Page: 9))).Value;

        Assert.Single(list.Page.Items);
        Assert.Equal(1, list.Page.Request.Number);
    }

    [Fact]
    public async Task A_list_tells_every_state_and_filters_by_it()
    {
        await _bed.InviteAsync("expired@example.com", days: 1);
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await _bed.InviteAsync("pending@example.com");
        await _bed.Service.RevokeAsync(_bed.Acme, await _bed.InviteAsync("revoked@example.com"));
        await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Responses.DeclineAsync(_bed.MailedToken());
        _bed.SignIn(_bed.Alice);
        await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Responses.AcceptAsync(_bed.MailedToken());
        _bed.SignIn(_bed.Alice);

        Assert.Equal(new InvitationCounts(1, 1, 1, 1, 1), (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Value.Counts);
        foreach (var (state, address) in new[]
        {
            (InvitationState.Pending, "pending@example.com"), (InvitationState.Expired, "expired@example.com"), (InvitationState.Revoked, "revoked@example.com"),
            (InvitationState.Declined, "dave@example.com"), (InvitationState.Accepted, "dave@example.com"),
        })
        {
            var row = Assert.Single((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(state))).Value.Page.Items);
            Assert.Equal((address, state), (row.Address, row.State));
        }
    }

    [Fact]
    public async Task A_list_is_searched_by_part_of_the_address_in_any_case()
    {
        await _bed.InviteAsync("dave@example.com");
        await _bed.InviteAsync("erin@partner.example");

        var list = (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(Search: " PARTNER "))).Value;

        Assert.Equal("erin@partner.example", Assert.Single(list.Page.Items).Address);
        Assert.Equal((1, 2), (list.Page.TotalCount, list.Counts.Total));
        Assert.Empty((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(Search: "%"))).Value.Page.Items);
    }

    [Fact]
    public async Task Whether_mail_can_go_out_is_told_to_those_who_may_invite()
    {
        Assert.True((await _bed.Service.CanMailAsync(_bed.Acme)).Value);
        _bed.Logto.HasEmailConnector = false;
        Assert.False((await _bed.Service.CanMailAsync(_bed.Acme)).Value);

        _bed.Logto.Calls.Fail("IConnectorsClient.ListAsync", FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _bed.Service.CanMailAsync(_bed.Acme)).Failure);
        _bed.SignIn(_bed.Bob);
        Assert.IsType<Forbidden>((await _bed.Service.CanMailAsync(_bed.Acme)).Failure);
        _bed.SignIn(_bed.Greta);
        Assert.IsType<NotFound>((await _bed.Service.CanMailAsync(_bed.Acme)).Failure);
    }

    [Fact]
    public async Task A_list_tells_what_was_not_delivered_until_there_is_a_living_link()
    {
        _bed.Logto.HasEmailConnector = false;
        var id = await _bed.InviteAsync();
        Assert.Equal((false, RefusalReasons.NoMailConnector), ((await FirstRowAsync()).IsDelivered, (await FirstRowAsync()).NotSentBecause));

        await _bed.Service.CreateLinkAsync(_bed.Acme, id);

        Assert.True((await FirstRowAsync()).IsDelivered);
    }

    [Fact]
    public async Task A_list_costs_one_call_and_names_the_inviters()
    {
        await _bed.InviteAsync();
        _bed.Logto.Calls.Clear();

        Assert.Equal("Alice Adams", (await FirstRowAsync()).InviterName);
        Assert.Equal([List], _bed.Logto.Calls.Made);
    }

    [Fact]
    public async Task Whoever_invited_past_the_portal_is_named_with_one_question()
    {
        _bed.Logto.AddInvitation(_bed.Acme, "x@example.com", _bed.Bob, null, _bed.Member);
        _bed.Logto.AddInvitation(_bed.Acme, "y@example.com", _bed.Bob, null, _bed.Member);
        await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());
        await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());

        Assert.Equal("Bob Brown", (await FirstRowAsync()).InviterName);
        Assert.InRange(_bed.Logto.Calls.CountOf(FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.GetAsync))), 1, 2);
    }

    [Fact]
    public async Task People_who_ask_at_once_share_one_reading_and_whoever_asks_after_a_change_does_not()
    {
        await _bed.InviteAsync();
        _bed.Logto.Calls.Clear();
        var held = _bed.Logto.Calls.Hold(List);
        var first = _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());
        var second = _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());

        _bed.Events.Publish(new InvitationsChanged(_bed.Acme));
        await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());

        Assert.Equal(2, _bed.Logto.Calls.CountOf(List));
        held.SetResult();
        Assert.Single((await first).Value.Page.Items);
        Assert.Single((await second).Value.Page.Items);
    }

    [Fact]
    public async Task Leaving_a_page_does_not_spoil_the_reading_of_others()
    {
        await _bed.InviteAsync();
        var held = _bed.Logto.Calls.Hold(List);
        using var leaving = new CancellationTokenSource();
        var first = _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(), leaving.Token);
        var second = _bed.Service.ListAsync(_bed.Acme, new InvitationQuery());

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        held.SetResult();

        Assert.Single((await second).Value.Page.Items);
    }

    [Fact]
    public async Task Invitations_are_not_for_everybodys_eyes()
    {
        await _bed.InviteAsync();
        _bed.SignIn(_bed.Bob);
        Assert.IsType<Forbidden>((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Failure);
        _bed.SignIn(_bed.Greta);
        Assert.IsType<NotFound>((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Failure);
        Assert.Empty((await _bed.Service.ListAsync(_bed.Globex, new InvitationQuery())).Value.Page.Items);
    }

    private static string Call(string method) => FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), method);

    private async Task<InvitationId> PrepareAsync(string act)
    {
        var id = await _bed.InviteAsync();
        if (act is "renew" or "delete")
        {
            _bed.PassExpiry();
        }

        _bed.Events.Published.Clear();
        return id;
    }

    private async Task<Failure?> ActAsync(string act, OrganizationId organization, InvitationId id) => act switch
    {
        "resend" => (await _bed.Service.ResendAsync(organization, id)).Failure,
        "renew" => (await _bed.Service.RenewAsync(organization, id)).Failure,
        "revoke" => (await _bed.Service.RevokeAsync(organization, id)).Failure,
        "delete" => (await _bed.Service.DeleteAsync(organization, id)).Failure,
        _ => (await _bed.Service.CreateLinkAsync(organization, id)).Failure,
    };

    private async Task AssertUntouchedAsync(InvitationId id)
    {
        Assert.Equal((id, InvitationStatuses.Pending), (Assert.Single(_bed.Logto.Invitations).Id, _bed.Invitation(id).Status));
        Assert.Single(_bed.Logto.Messages);
        Assert.Null(Assert.Single(_bed.StoredTokens()).EndedAt);
        Assert.Empty(_bed.Events.Published);
        Assert.Null((await _bed.Tokens.FindAsync(_bed.MailedToken())).Value!.EndedAt);
    }

    private void AssertRecorded(string action, string outcome, InvitationId id) =>
        Assert.Contains(_bed.Audit.Records, record => record.Action == action && record.Outcome == outcome && record.TargetId == id.Value && record.Organization == _bed.Acme);

    private void Replace(OrganizationInvitation changed) => _bed.Logto.Invitations[_bed.Logto.Invitations.FindIndex(invitation => invitation.Id == changed.Id)] = changed;

    private async Task<InvitationRow> FirstRowAsync() => (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Value.Page.Items[0];
}
