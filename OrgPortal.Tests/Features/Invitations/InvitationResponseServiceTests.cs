using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationResponseServiceTests : IDisposable
{
    private static readonly string Accept = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.AcceptAsync));

    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Accepting_makes_the_signed_in_person_a_member_with_the_roles_offered()
    {
        var id = await _bed.InviteAsync(role: _bed.Inviting);
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(token)).Value);

        Assert.Equal(["inviting"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Dave));
        Assert.Equal((InvitationStatuses.Accepted, _bed.Dave), (_bed.Invitation(id).Status, _bed.Invitation(id).AcceptedUserId!.Value));
        Assert.Equal(InvitationEnds.Accepted, Assert.Single(_bed.StoredTokens()).EndedBecause);
        Assert.Contains(_bed.Events.Published, e => e is MembersChanged members && members.Affected == _bed.Dave);
        Assert.Contains(nameof(InvitationsChanged), _bed.Announced);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.AcceptInvitation, Outcome: "done" } && record.TargetId == id.Value);
    }

    [Fact]
    public async Task The_inviter_and_the_administrators_are_told_of_an_acceptance_once()
    {
        _bed.SignIn(_bed.Ina);
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        await _bed.Responses.AcceptAsync(token);
        await _bed.Responses.AcceptAsync(token);

        foreach (var told in new[] { _bed.Ina, _bed.Alice })
        {
            var notice = Assert.Single(_bed.NoticesOf(told));
            Assert.Equal((NoticeKinds.InvitationAccepted, _bed.Acme.Value), (notice.Kind, notice.OrganizationId));
            Assert.Equal((_bed.Dave.Value, "Dave Dunn"), (NoticeFacts.Read(notice.Facts).PersonId, NoticeFacts.Read(notice.Facts).PersonName));
        }

        Assert.All([_bed.Dave, _bed.Bob, _bed.Greta], other => Assert.Empty(_bed.NoticesOf(other)));
    }

    [Fact]
    public async Task The_inviter_alone_is_told_that_an_invitation_was_declined()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        await _bed.Responses.DeclineAsync(token);

        Assert.Equal(NoticeKinds.InvitationDeclined, Assert.Single(_bed.NoticesOf(_bed.Ina)).Kind);
        Assert.Empty(_bed.NoticesOf(_bed.Alice));
    }

    [Fact]
    public async Task An_acceptance_is_done_also_when_nobody_can_be_told()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.Fail(FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.ListAsync)), new LogtoUnreachableException("test"));

        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(token)).Value);

        Assert.Equal(["member"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Dave));
    }

    [Fact]
    public async Task Capitals_in_the_account_are_no_obstacle()
    {
        await _bed.InviteAsync("mixed@example.com");
        var token = _bed.MailedToken("mixed@example.com");
        var mixed = _bed.Logto.AddUser(" Mixed@Example.COM".Trim(), "Mixed");
        _bed.SignIn(mixed);

        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(token)).Value);
    }

    [Fact]
    public async Task The_address_counts_that_Logto_has_now_and_not_the_one_at_sign_in()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        ChangeUser(_bed.Dave, user => user with { PrimaryEmail = "moved@example.com" });

        Assert.Equal(RefusalReasons.AddressMismatch, (await _bed.Responses.AcceptAsync(token)).Failure!.Code);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("link")]
    public async Task Somebody_else_can_do_nothing_with_the_link(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Greta);

        Assert.Equal(RefusalReasons.AddressMismatch, (await ActAsync(act, token))!.Code);
        AssertOpen(id);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Greta));
        Assert.Equal(("denied", RefusalReasons.AddressMismatch), (_bed.Audit.Records[^1].Outcome, _bed.Audit.Records[^1].Reason));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("link")]
    public async Task Signed_out_the_link_does_nothing(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.User.SignOut();

        Assert.IsType<SignInRequired>(await ActAsync(act, token));
        AssertOpen(id);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("link")]
    public async Task A_suspended_or_deleted_account_answers_nothing(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        ChangeUser(_bed.Dave, user => user with { IsSuspended = true });
        Assert.IsType<SignInRequired>(await ActAsync(act, token));

        _bed.Logto.Users.RemoveAll(user => user.Id == _bed.Dave);
        Assert.IsType<SignInRequired>(await ActAsync(act, token));
        AssertOpen(id);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("link")]
    public async Task An_unknown_token_is_not_found_and_costs_Logto_nothing(string act)
    {
        await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.Clear();

        Assert.IsType<NotFound>(await ActAsync(act, new string('A', 32)));
        Assert.Empty(_bed.Logto.Calls.Made);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task A_token_bound_to_another_address_or_organization_is_not_found(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        Replace(_bed.Invitation(id) with { OrganizationId = _bed.Globex });
        Assert.IsType<NotFound>(await ActAsync(act, token));

        Replace(_bed.Invitation(id) with { OrganizationId = _bed.Acme, Invitee = "erin@example.com" });
        Assert.IsType<NotFound>(await ActAsync(act, token));
        Assert.Null(_bed.Logto.FindMember(_bed.Globex, _bed.Dave));
    }

    [Fact]
    public async Task A_second_click_and_a_second_visit_get_the_same_answer()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        var answers = await Task.WhenAll(_bed.Responses.AcceptAsync(token), _bed.Responses.AcceptAsync(token));

        Assert.All(answers, answer => Assert.Equal(_bed.Acme, answer.Value));
        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(token)).Value);
        Assert.Single(_bed.Logto.Members, member => member.User == _bed.Dave);
    }

    [Fact]
    public async Task A_lost_answer_is_made_good_by_trying_again()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.FailAfterActing(Accept, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _bed.Responses.AcceptAsync(token)).Failure);
        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(token)).Value);
    }

    [Fact]
    public async Task Whoever_was_removed_after_accepting_does_not_come_back_by_the_old_link()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        await _bed.Responses.AcceptAsync(token);
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Dave);
        _bed.Events.Publish(new MembersChanged(_bed.Acme, _bed.Dave));

        Assert.Equal(RefusalReasons.InvitationEnded, (await _bed.Responses.AcceptAsync(token)).Failure!.Code);
        Assert.Equal(LandingState.Accepted, (await _bed.Responses.FindAsync(token)).State);
    }

    [Fact]
    public async Task A_revoked_link_accepts_nothing()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        await _bed.Service.RevokeAsync(_bed.Acme, id);

        await AssertEndedAsync(token, LandingState.Revoked);
    }

    [Fact]
    public async Task An_expired_link_accepts_nothing()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();

        await AssertEndedAsync(token, LandingState.Expired);
    }

    [Fact]
    public async Task A_link_whose_record_was_deleted_accepts_nothing_and_is_still_recognised()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        await _bed.Service.DeleteAsync(_bed.Acme, id);
        _bed.SignIn(_bed.Dave);

        Assert.IsType<NotFound>((await _bed.Responses.AcceptAsync(token)).Failure);
        var landing = await _bed.Responses.FindAsync(token);
        Assert.Equal((LandingState.Expired, "Acme"), (landing.State, landing.Offer!.OrganizationName));
    }

    [Fact]
    public async Task A_dead_link_of_an_open_invitation_accepts_nothing()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        await _bed.Tokens.EndAsync(token, InvitationEnds.NotSent);

        await AssertEndedAsync(token, LandingState.Renewed);
    }

    [Fact]
    public async Task A_replaced_link_leads_to_the_new_invitation_and_has_its_link_mailed_to_the_address()
    {
        var old = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        await _bed.Service.RenewAsync(_bed.Acme, old);
        var mails = _bed.Logto.Messages.Count;

        await AssertEndedAsync(token, LandingState.Renewed);
        Assert.Null(await ActAsync("link", token));

        Assert.Equal(mails + 1, _bed.Logto.Messages.Count);
        Assert.Equal("dave@example.com", _bed.Logto.Messages[^1].To);
        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(_bed.MailedToken())).Value);
        Assert.Equal(LandingState.Member, (await _bed.Responses.FindAsync(token)).State);
    }

    [Fact]
    public async Task Declining_revokes_in_Logto_and_is_remembered_as_declined()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        Assert.False((await _bed.Responses.DeclineAsync(token)).IsFailure);

        Assert.Equal(InvitationStatuses.Revoked, _bed.Invitation(id).Status);
        Assert.Equal(LandingState.Declined, (await _bed.Responses.FindAsync(token)).State);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.DeclineInvitation, Outcome: "done" } && record.TargetId == id.Value);
        Assert.Equal(nameof(InvitationsChanged), _bed.Announced.Last());
        await AssertEndedAsync(token, LandingState.Declined);
    }

    [Theory]
    [InlineData("demoted")]
    [InlineData("removed")]
    [InlineData("weakened")]
    public async Task An_invitation_dies_with_the_right_of_whoever_sent_it(string fate)
    {
        var id = await _bed.InviteAsync(role: _bed.Admin);
        var token = _bed.MailedToken();
        var alice = _bed.Logto.FindMember(_bed.Acme, _bed.Alice)!;
        _ = fate switch
        {
            "demoted" => Replace(alice.Roles, _bed.Member),
            "weakened" => Replace(alice.Roles, _bed.Inviting),
            _ => _bed.Logto.Members.Remove(alice),
        };
        _bed.SignIn(_bed.Dave);

        Assert.Equal(RefusalReasons.InvitationVoid, (await _bed.Responses.AcceptAsync(token)).Failure!.Code);
        AssertOpen(id);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal(("denied", RefusalReasons.InvitationVoid), (_bed.Audit.Records[^1].Outcome, _bed.Audit.Records[^1].Reason));
        Assert.Equal(LandingState.Void, (await _bed.Responses.FindAsync(token)).State);
    }

    [Fact]
    public async Task A_void_invitation_lives_again_by_a_link_from_somebody_who_may_invite()
    {
        var id = await _bed.InviteAsync();
        var old = _bed.MailedToken();
        _bed.SignIn(_bed.Ina);
        await _bed.Service.ResendAsync(_bed.Acme, id);
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Alice);
        _bed.SignIn(_bed.Dave);

        Assert.Equal(RefusalReasons.InvitationVoid, (await _bed.Responses.AcceptAsync(old)).Failure!.Code);
        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptAsync(_bed.MailedToken())).Value);
    }

    [Fact]
    public async Task A_role_for_machines_in_an_invitation_from_outside_is_refused_with_its_reason()
    {
        var id = _bed.Logto.AddInvitation(_bed.Acme, "dave@example.com", null, null, _bed.Machine);
        var token = (await _bed.Tokens.CreateAsync(_bed.Invitation(id), new InvitationMaker(null, null))).Value;
        _bed.SignIn(_bed.Dave);

        Assert.Equal(RefusalReasons.MachineRole, (await _bed.Responses.AcceptAsync(token)).Failure!.Code);
        AssertOpen(id);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task What_cannot_be_recorded_is_not_done(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>(await ActAsync(act, token));
        AssertOpen(id);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task When_Logto_fails_in_the_middle_the_invitation_stays_open(string act)
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.Fail(act == "accept" ? Accept : Accept.Replace("Accept", "Revoke", StringComparison.Ordinal), FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>(await ActAsync(act, token));
        AssertOpen(id);
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
        Assert.Null(await ActAsync(act, token));
    }

    [Fact]
    public async Task Whoever_accepts_while_it_is_being_revoked_comes_too_late()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        var revoking = _bed.Logto.Calls.Hold(Accept.Replace("Accept", "Revoke", StringComparison.Ordinal));
        var revocation = _bed.Service.RevokeAsync(_bed.Acme, id);
        _bed.SignIn(_bed.Dave);

        var acceptance = _bed.Responses.AcceptAsync(token);
        revoking.SetResult();

        Assert.False((await revocation).IsFailure);
        Assert.Equal(RefusalReasons.InvitationEnded, (await acceptance).Failure!.Code);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Fact]
    public async Task Whoever_revokes_while_it_is_being_accepted_comes_too_late()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        var accepting = _bed.Logto.Calls.Hold(Accept);
        var acceptance = _bed.Responses.AcceptAsync(token);
        _bed.SignIn(_bed.Alice);

        var revocation = _bed.Service.RevokeAsync(_bed.Acme, id);
        accepting.SetResult();

        Assert.Equal(_bed.Acme, (await acceptance).Value);
        Assert.Equal(RefusalReasons.InvitationEnded, (await revocation).Failure!.Code);
        Assert.NotNull(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Fact]
    public async Task Looking_a_hundred_times_changes_nothing()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        var before = System.Text.Json.JsonSerializer.Serialize((_bed.StoredTokens(), _bed.Invitation(id).Status, _bed.Audit.Records.Count, _bed.Events.Published.Count));
        foreach (var who in new UserId?[] { null, _bed.Dave, _bed.Greta })
        {
            SignInOrOut(who);
            for (var i = 0; i < 34; i++)
            {
                await _bed.Responses.FindAsync(token);
            }
        }

        Assert.Equal(before, System.Text.Json.JsonSerializer.Serialize((_bed.StoredTokens(), _bed.Invitation(id).Status, _bed.Audit.Records.Count, _bed.Events.Published.Count)));
    }

    [Fact]
    public async Task Signed_out_the_landing_tells_who_offers_what_to_whom()
    {
        await _bed.InviteAsync(role: _bed.Inviting);
        _bed.User.SignOut();

        var landing = await _bed.Responses.FindAsync(_bed.MailedToken());

        Assert.Equal(LandingState.SignedOut, landing.State);
        Assert.Equal(("Acme", "Alice Adams", "alice@acme.example", "dave@example.com"), (landing.Offer!.OrganizationName, landing.Offer.InviterName, landing.Offer.InviterAddress, landing.Offer.Invitee.Value));
        var role = Assert.Single(landing.Offer.Roles);
        Assert.Equal("inviting", role.Name);
        Assert.Equal([OrganizationPermissions.ReadMembers, OrganizationPermissions.InviteMembers], role.Permissions);
        Assert.Null(landing.SignedInAs);
    }

    [Fact]
    public async Task The_landing_knows_the_right_account_from_another()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Greta);
        Assert.Equal((LandingState.OtherAccount, "greta@globex.example"), StateAndName(await _bed.Responses.FindAsync(token)));

        _bed.SignIn(_bed.Dave);
        Assert.Equal((LandingState.Ready, "dave@example.com"), StateAndName(await _bed.Responses.FindAsync(token)));
    }

    [Fact]
    public async Task An_unknown_token_and_one_with_a_foreign_invitation_look_the_same_and_tell_nothing()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        Replace(_bed.Invitation(id) with { OrganizationId = _bed.Globex });

        Assert.Equal(new InvitationLanding(LandingState.Unknown), await _bed.Responses.FindAsync(token));
        _bed.Logto.Calls.Clear();
        Assert.Equal(new InvitationLanding(LandingState.Unknown), await _bed.Responses.FindAsync(new string('B', 32)));
        Assert.Equal(new InvitationLanding(LandingState.Unknown), await _bed.Responses.FindAsync(id.Value));
        Assert.Empty(_bed.Logto.Calls.Made);
    }

    [Fact]
    public async Task After_accepting_the_link_leads_its_owner_straight_in_and_nobody_else()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);
        await _bed.Responses.AcceptAsync(token);

        Assert.Equal(LandingState.Member, (await _bed.Responses.FindAsync(token)).State);
        _bed.User.SignOut();
        Assert.Equal(LandingState.Accepted, (await _bed.Responses.FindAsync(token)).State);
        _bed.SignIn(_bed.Greta);
        Assert.Equal(LandingState.Accepted, (await _bed.Responses.FindAsync(token)).State);
    }

    [Fact]
    public async Task When_Logto_or_the_store_is_down_the_landing_says_so()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.Logto.Calls.FailNext(FakeLogtoCalls.Outage());
        Assert.Equal(LandingState.Unavailable, (await _bed.Responses.FindAsync(token)).State);

        _bed.Store.IsDown = true;
        Assert.Equal(LandingState.Unavailable, (await _bed.Responses.FindAsync(token)).State);
    }

    [Fact]
    public async Task My_invitations_are_the_open_ones_for_my_address()
    {
        _bed.Logto.VerifiesAddresses = true;
        var open = await _bed.InviteAsync();
        _bed.Logto.AddInvitation(_bed.Globex, "DAVE@example.com", _bed.Greta, null, _bed.Member);
        await _bed.Service.RevokeAsync(_bed.Acme, await _bed.InviteAsync("other@example.com"));
        _bed.SignIn(_bed.Dave);

        var mine = (await _bed.Responses.ListMineAsync()).Value;

        Assert.True(mine.CanAnswerHere);
        Assert.Equal(["Acme", "Globex"], mine.Items.Select(item => item.OrganizationName).Order());
        var acme = mine.Items.Single(item => item.Id == open);
        Assert.Equal(("Alice Adams", "member"), (acme.InviterName, Assert.Single(acme.Roles).Name));
    }

    [Fact]
    public async Task Where_addresses_are_not_verified_my_invitations_tell_little_and_need_the_link()
    {
        var id = await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);

        var mine = (await _bed.Responses.ListMineAsync()).Value;

        Assert.False(mine.CanAnswerHere);
        var item = Assert.Single(mine.Items);
        Assert.Equal(("Acme", null, 0), (item.OrganizationName, item.InviterName, item.Roles.Count));
        Assert.Equal(RefusalReasons.LinkRequired, (await _bed.Responses.AcceptMineAsync(id)).Failure!.Code);
        Assert.Equal(RefusalReasons.LinkRequired, (await _bed.Responses.DeclineMineAsync(id)).Failure!.Code);
        AssertOpen(id);
    }

    [Fact]
    public async Task Where_addresses_are_verified_the_link_is_not_needed()
    {
        _bed.Logto.VerifiesAddresses = true;
        var id = await _bed.InviteAsync();
        _bed.SignIn(_bed.Dave);

        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptMineAsync(id)).Value);
        Assert.Equal(_bed.Acme, (await _bed.Responses.AcceptMineAsync(id)).Value);
        Assert.NotNull(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Fact]
    public async Task Declining_without_a_link_is_remembered_as_declined()
    {
        _bed.Logto.VerifiesAddresses = true;
        var id = _bed.Logto.AddInvitation(_bed.Acme, "dave@example.com", _bed.Alice, null, _bed.Member);
        _bed.SignIn(_bed.Dave);

        Assert.False((await _bed.Responses.DeclineMineAsync(id, "  I have moved on.  ")).IsFailure);

        _bed.SignIn(_bed.Alice);
        var list = (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Value;
        Assert.Equal(1, list.Counts.Declined);
        Assert.Equal("I have moved on.", Assert.Single(list.Page.Items).DeclineNote);
    }

    [Fact]
    public async Task Somebody_elses_invitation_is_not_found()
    {
        _bed.Logto.VerifiesAddresses = true;
        var id = await _bed.InviteAsync();
        _bed.SignIn(_bed.Greta);

        Assert.IsType<NotFound>((await _bed.Responses.AcceptMineAsync(id)).Failure);
        Assert.IsType<NotFound>((await _bed.Responses.DeclineMineAsync(id)).Failure);
        Assert.IsType<NotFound>((await _bed.Responses.AcceptMineAsync(InvitationId.Parse("unknown"))).Failure);
        AssertOpen(id);
    }

    [Fact]
    public async Task In_app_too_an_invitation_dies_with_the_inviters_right()
    {
        _bed.Logto.VerifiesAddresses = true;
        var id = await _bed.InviteAsync();
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Alice);
        _bed.SignIn(_bed.Dave);

        Assert.Equal(RefusalReasons.InvitationVoid, (await _bed.Responses.AcceptMineAsync(id)).Failure!.Code);
        AssertOpen(id);
    }

    [Fact]
    public async Task Signed_out_there_are_no_invitations_of_mine()
    {
        _bed.User.SignOut();

        Assert.IsType<SignInRequired>((await _bed.Responses.ListMineAsync()).Failure);
        Assert.IsType<SignInRequired>((await _bed.Responses.AcceptMineAsync(InvitationId.Parse("any"))).Failure);
        Assert.IsType<SignInRequired>((await _bed.Responses.DeclineMineAsync(InvitationId.Parse("any"))).Failure);
        Assert.Empty(_bed.Logto.Calls.Made);
    }

    private static (LandingState State, string? Name) StateAndName(InvitationLanding landing) => (landing.State, landing.SignedInAs);

    private static bool Replace(List<OrganizationRoleId> roles, OrganizationRoleId role)
    {
        roles.Clear();
        roles.Add(role);
        return true;
    }

    private async Task<Failure?> ActAsync(string act, string token) => act switch
    {
        "accept" => (await _bed.Responses.AcceptAsync(token)).Failure,
        "decline" => (await _bed.Responses.DeclineAsync(token)).Failure,
        _ => (await _bed.Responses.SendNewLinkAsync(token)).Failure,
    };

    private async Task AssertEndedAsync(string token, LandingState state)
    {
        _bed.SignIn(_bed.Dave);
        Assert.Equal(RefusalReasons.InvitationEnded, (await _bed.Responses.AcceptAsync(token)).Failure!.Code);
        Assert.Equal(RefusalReasons.InvitationEnded, (await _bed.Responses.DeclineAsync(token)).Failure!.Code);
        Assert.Equal(state, (await _bed.Responses.FindAsync(token)).State);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    private void AssertOpen(InvitationId id) => Assert.Equal((InvitationStatuses.Pending, null), (_bed.Invitation(id).Status, _bed.Invitation(id).AcceptedUserId?.Value));

    private void ChangeUser(UserId id, Func<User, User> change)
    {
        var index = _bed.Logto.Users.FindIndex(user => user.Id == id);
        _bed.Logto.Users[index] = change(_bed.Logto.Users[index]);
    }

    private void Replace(OrganizationInvitation changed) => _bed.Logto.Invitations[_bed.Logto.Invitations.FindIndex(invitation => invitation.Id == changed.Id)] = changed;

    private void SignInOrOut(UserId? who)
    {
        if (who is { } user)
        {
            _bed.SignIn(user);
        }
        else
        {
            _bed.User.SignOut();
        }
    }
}
