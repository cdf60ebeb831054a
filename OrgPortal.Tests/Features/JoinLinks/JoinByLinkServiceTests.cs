using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.JoinLinks;

public sealed class JoinByLinkServiceTests : IDisposable
{
    private const string Adds = "IOrganizationMembersClient.AddAsync";
    private const string Gives = "IOrganizationMembersClient.AddRolesAsync";
    private const string Removes = "IOrganizationMembersClient.RemoveAsync";

    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Joining_makes_the_signed_in_person_a_member_with_the_links_roles()
    {
        var token = await _bed.MakeLinkAsync(_bed.Inviting);
        _bed.SignIn(_bed.Dave);

        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);

        Assert.Equal(["inviting"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Dave));
        Assert.Equal((1, "done"), (Link.Uses, Assert.Single(_bed.StoredUses()).State));
        Assert.Contains(_bed.Events.Published, e => e is MembersChanged members && members.Affected == _bed.Dave);
        Assert.Contains(nameof(InvitationsChanged), _bed.Announced);
        var record = _bed.Audit.Records[^1];
        Assert.Equal((AuditActions.UseJoinLink, "done", "Interns", Link.Id.ToString("N")), (record.Action, record.Outcome, record.Act.TargetName, record.TargetId));
    }

    [Fact]
    public async Task To_an_organization_that_was_deleted_and_can_be_restored_no_link_leads()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        Assert.Equal(JoinLandingState.Ready, (await _bed.Joining.FindAsync(token)).State);
        ((NoOrganizationHolds)_bed.Get<IOrganizationHolds>()).Held.Add(_bed.Acme);

        Assert.Equal(JoinLandingState.Unknown, (await _bed.Joining.FindAsync(token)).State);
        Assert.Equal(new Refused(RefusalReasons.JoinLinkEnded), (await _bed.Joining.JoinAsync(token)).Failure);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Fact]
    public async Task Whoever_made_the_link_and_the_administrators_are_told_once()
    {
        _bed.SignIn(_bed.Ina);
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Joining.JoinAsync(token);
        await _bed.Joining.JoinAsync(token);
        _bed.SignIn(_bed.Bob);
        await _bed.Joining.JoinAsync(token);

        foreach (var told in new[] { _bed.Ina, _bed.Alice })
        {
            var notice = Assert.Single(_bed.NoticesOf(told));
            Assert.Equal((NoticeKinds.MemberJoined, _bed.Dave.Value), (notice.Kind, NoticeFacts.Read(notice.Facts).PersonId));
        }

        Assert.All([_bed.Dave, _bed.Bob, _bed.Greta], other => Assert.Empty(_bed.NoticesOf(other)));
    }

    [Fact]
    public async Task A_second_click_counts_once_and_a_member_goes_straight_in_whatever_became_of_the_link()
    {
        var token = await _bed.MakeLinkAsync(most: 1);
        _bed.SignIn(_bed.Dave);

        var answers = await Task.WhenAll(_bed.Joining.JoinAsync(token), _bed.Joining.JoinAsync(token));

        Assert.All(answers, answer => Assert.Equal(_bed.Acme, answer.Value));
        Assert.Equal(1, Link.Uses);
        _bed.PassExpiry();
        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);
        Assert.Equal((JoinLandingState.Member, _bed.Acme), StateAndPlace(await _bed.Joining.FindAsync(token)));
    }

    [Theory]
    [InlineData("dave@acme.example", true)]
    [InlineData("Dave@ACME.Example", true)]
    [InlineData("dave@mail.acme.example", false)]
    [InlineData("dave@notacme.example", false)]
    [InlineData("dave@acme.example.evil.example", false)]
    [InlineData(null, false)]
    public async Task Only_addresses_of_the_allowed_domain_join_and_sub_domains_are_others(string? address, bool joins)
    {
        _bed.Logto.VerifiesAddresses = true;
        var token = await _bed.MakeLinkAsync(domain: "Acme.Example");
        var person = _bed.Logto.AddUser(address, "Dave", address is null ? "dave" : null);
        _bed.SignIn(person);

        Assert.Equal(joins ? JoinLandingState.Ready : JoinLandingState.OtherDomain, (await _bed.Joining.FindAsync(token)).State);
        var joined = await _bed.Joining.JoinAsync(token);

        Assert.Equal(joins ? null : RefusalReasons.JoinLinkDomain, joined.Failure?.Code);
        Assert.Equal(joins, _bed.Logto.FindMember(_bed.Acme, person) is not null);
        Assert.Equal(joins ? 1 : 0, Link.Uses);
        if (!joins)
        {
            Assert.Equal(("denied", RefusalReasons.JoinLinkDomain), (_bed.Audit.Records[^1].Outcome, _bed.Audit.Records[^1].Reason));
        }
    }

    [Fact]
    public async Task An_international_domain_is_the_same_in_either_spelling()
    {
        _bed.Logto.VerifiesAddresses = true;
        var token = await _bed.MakeLinkAsync(domain: "bücher.example");
        _bed.SignIn(_bed.Logto.AddUser("eva@xn--bcher-kva.example", "Eva"));

        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);
    }

    [Fact]
    public async Task The_address_counts_that_Logto_has_now()
    {
        _bed.Logto.VerifiesAddresses = true;
        var token = await _bed.MakeLinkAsync(domain: "example.com");
        _bed.SignIn(_bed.Dave);
        Change(_bed.Dave, user => user with { PrimaryEmail = "dave@moved.example" });

        Assert.Equal(RefusalReasons.JoinLinkDomain, (await _bed.Joining.JoinAsync(token)).Failure!.Code);
    }

    [Fact]
    public async Task Where_addresses_are_no_longer_verified_a_link_for_domains_lets_nobody_in()
    {
        _bed.Logto.VerifiesAddresses = true;
        var token = await _bed.MakeLinkAsync(domain: "example.com");
        _bed.Logto.VerifiesAddresses = false;

        await AssertDeadAsync(token);
    }

    [Fact]
    public async Task Of_many_at_once_no_more_come_in_than_may()
    {
        var token = await _bed.MakeLinkAsync(most: 3);
        var people = Enumerable.Range(0, 8).Select(i => _bed.Logto.AddUser($"p{i}@example.com", $"P{i}")).ToList();
        var link = Link;
        var joining = _bed.Get<JoiningByLink>();

        var answers = await Task.WhenAll(people.Select(person => joining.JoinAsync(link, _bed.Logto.Users.Single(user => user.Id == person))));

        Assert.Equal(3, answers.Count(answer => !answer.IsFailure));
        Assert.All(answers.Where(answer => answer.IsFailure), answer => Assert.Equal(RefusalReasons.JoinLinkEnded, answer.Failure!.Code));
        Assert.Equal(3, people.Count(person => _bed.Logto.FindMember(_bed.Acme, person) is not null));
        Assert.Equal(3, Link.Uses);
        _bed.User.SignOut();
        Assert.Equal(JoinLandingState.Unknown, (await _bed.Joining.FindAsync(token)).State);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_nodes_that_count_at_once_count_no_further_than_the_limit(StoreProvider on)
    {
        using var bed = new InvitationTestBed(on);
        await bed.MakeLinkAsync(most: 5);
        var link = Assert.Single(bed.StoredLinks());
        var nodes = Enumerable.Range(0, 2).Select(_ => new JoinLinkRecords(bed.Store, bed.Clock, NullLogger<JoinLinkRecords>.Instance)).ToList();

        var counted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => nodes[i % 2].BeginAsync(link, new User(UserId.Parse($"person{i:D6}"), null, null, "P", null, false, null)))));

        Assert.Equal(5, counted.Count(one => !one.IsFailure && one.Value is not null));
        Assert.Equal(5, Assert.Single(bed.StoredLinks()).Uses);
        Assert.Equal(5, bed.StoredUses().Length);
    }

    [Fact]
    public async Task Switched_off_between_opening_and_joining_it_lets_nobody_in()
    {
        var token = await _bed.MakeLinkAsync();
        var id = Link.Id;
        _bed.SignIn(_bed.Dave);
        Assert.Equal(JoinLandingState.Ready, (await _bed.Joining.FindAsync(token)).State);
        _bed.Locks.Held += SwitchOff;

        Assert.Equal(RefusalReasons.JoinLinkEnded, (await _bed.Joining.JoinAsync(token)).Failure!.Code);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal(0, Link.Uses);

        void SwitchOff()
        {
            using var context = _bed.Store.CreateDbContext();
            context.JoinLinks.Where(link => link.Id == id).ExecuteUpdate(set => set.SetProperty(link => link.IsOn, false));
        }
    }

    [Theory]
    [InlineData("off")]
    [InlineData("expired")]
    [InlineData("deleted")]
    [InlineData("demoted")]
    [InlineData("left")]
    [InlineData("unknown")]
    public async Task Links_that_have_ended_all_look_like_one_that_never_was(string fate)
    {
        var token = await _bed.MakeLinkAsync();
        switch (fate)
        {
            case "off":
                await _bed.Links.SwitchAsync(_bed.Acme, Link.Id, false);
                break;
            case "expired":
                _bed.PassExpiry();
                break;
            case "deleted":
                await _bed.Links.DeleteAsync(_bed.Acme, Link.Id);
                break;
            case "demoted":
                _bed.Logto.FindMember(_bed.Acme, _bed.Alice)!.Roles.Clear();
                break;
            case "left":
                _bed.Logto.Members.RemoveAll(member => member.User == _bed.Alice);
                break;
            default:
                token = new string('A', 32);
                break;
        }

        await AssertDeadAsync(token);
    }

    [Fact]
    public async Task A_maker_who_holds_less_than_the_link_gives_lets_nobody_in()
    {
        var token = await _bed.MakeLinkAsync(_bed.Admin);
        var alice = _bed.Logto.FindMember(_bed.Acme, _bed.Alice)!;
        alice.Roles.Clear();
        alice.Roles.Add(_bed.Inviting);

        await AssertDeadAsync(token);
    }

    [Fact]
    public async Task Whoever_was_removed_does_not_come_back_by_the_same_link()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Joining.JoinAsync(token);
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Dave);
        _bed.Events.Publish(new MembersChanged(_bed.Acme, _bed.Dave));

        Assert.Equal(JoinLandingState.UsedBefore, (await _bed.Joining.FindAsync(token)).State);
        Assert.Equal(RefusalReasons.JoinLinkUsed, (await _bed.Joining.JoinAsync(token)).Failure!.Code);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
    }

    [Theory]
    [InlineData(FormerMembers.Removed, false)]
    [InlineData(FormerMembers.Expired, false)]
    [InlineData(FormerMembers.Left, true)]
    public async Task Whoever_was_taken_out_comes_back_by_no_link(string how, bool joins)
    {
        using (var context = _bed.Store.CreateDbContext())
        {
            context.Add(new FormerMembership { OrganizationId = _bed.Acme.Value, UserId = _bed.Dave.Value, Roles = "[]", EndedAt = _bed.Clock.GetUtcNow(), How = how });
            context.SaveChanges();
        }

        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);

        Assert.Equal(joins ? JoinLandingState.Ready : JoinLandingState.UsedBefore, (await _bed.Joining.FindAsync(token)).State);
        Assert.Equal(joins ? null : RefusalReasons.JoinLinkUsed, (await _bed.Joining.JoinAsync(token)).Failure?.Code);
        Assert.Equal(joins, _bed.Logto.FindMember(_bed.Acme, _bed.Dave) is not null);
        if (!joins)
        {
            _bed.Clock.Advance(FormerMembers.KeptFor + TimeSpan.FromDays(1));
            _bed.SignIn(_bed.Alice);
            var later = await _bed.MakeLinkAsync();
            _bed.SignIn(_bed.Dave);
            Assert.Equal(JoinLandingState.Ready, (await _bed.Joining.FindAsync(later)).State);
        }
    }

    [Fact]
    public async Task Signed_out_or_suspended_nobody_joins()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.User.SignOut();
        Assert.Equal(JoinLandingState.SignedOut, (await _bed.Joining.FindAsync(token)).State);
        Assert.IsType<SignInRequired>((await _bed.Joining.JoinAsync(token)).Failure);

        _bed.SignIn(_bed.Dave);
        Change(_bed.Dave, user => user with { IsSuspended = true });
        Assert.IsType<SignInRequired>((await _bed.Joining.JoinAsync(token)).Failure);
        Assert.Equal(0, Link.Uses);
    }

    [Fact]
    public async Task When_Logto_fails_between_adding_and_roles_nothing_is_left()
    {
        var token = await _bed.MakeLinkAsync(most: 1);
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());

        Assert.True(Assert.IsType<Interrupted>((await _bed.Joining.JoinAsync(token)).Failure).IsUndone);

        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal(0, Link.Uses);
        Assert.Empty(_bed.StoredUses());
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);
    }

    [Fact]
    public async Task A_lost_answer_that_was_a_yes_is_a_yes()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.FailAfterActing(Gives, FakeLogtoCalls.Outage());

        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);
        Assert.Equal("done", Assert.Single(_bed.StoredUses()).State);
    }

    [Fact]
    public async Task What_cannot_be_taken_back_at_once_is_gone_on_with_by_the_next_try()
    {
        var token = await _bed.MakeLinkAsync(most: 1);
        await LeaveHalfDoneAsync(token);

        Assert.Equal(JoinLandingState.Ready, (await _bed.Joining.FindAsync(token)).State);
        Assert.Equal(_bed.Acme, (await _bed.Joining.JoinAsync(token)).Value);

        Assert.Equal(["member"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Dave));
        Assert.Equal((1, "done"), (Link.Uses, Assert.Single(_bed.StoredUses()).State));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_taken_back_later_and_not_before()
    {
        var token = await _bed.MakeLinkAsync();
        await LeaveHalfDoneAsync(token);
        var repair = _bed.Get<JoinRepair>();

        await repair.RunAsync(CancellationToken.None);
        Assert.NotNull(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));

        _bed.Clock.Advance(JoinLinkRecords.BrokenOffAfter + TimeSpan.FromSeconds(1));
        await repair.RunAsync(CancellationToken.None);

        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Empty(_bed.StoredUses());
        Assert.Equal(0, Link.Uses);
    }

    [Fact]
    public async Task The_repair_leaves_alone_whoever_was_given_a_role_meanwhile()
    {
        await LeaveHalfDoneAsync(await _bed.MakeLinkAsync());
        _bed.Logto.AddMember(_bed.Acme, _bed.Dave, _bed.Inviting);
        _bed.Clock.Advance(JoinLinkRecords.BrokenOffAfter + TimeSpan.FromSeconds(1));

        await _bed.Get<JoinRepair>().RunAsync(CancellationToken.None);

        Assert.Equal(["inviting"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Dave));
        Assert.Equal("done", Assert.Single(_bed.StoredUses()).State);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await _bed.Joining.JoinAsync(token)).Failure);
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal(0, Link.Uses);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_a_guess_costs_Logto_nothing()
    {
        var token = await _bed.MakeLinkAsync();
        var (records, events) = (_bed.Audit.Records.Count, _bed.Events.Published.Count);
        _bed.SignIn(_bed.Dave);
        for (var i = 0; i < 10; i++)
        {
            await _bed.Joining.FindAsync(token);
        }

        Assert.Equal((records, events, 0), (_bed.Audit.Records.Count, _bed.Events.Published.Count, Link.Uses));
        _bed.Logto.Calls.Clear();
        Assert.Equal(new JoinLanding(JoinLandingState.Unknown), await _bed.Joining.FindAsync(new string('B', 32)));
        Assert.Equal(new JoinLanding(JoinLandingState.Unknown), await _bed.Joining.FindAsync(Link.Id.ToString("N")));
        Assert.IsType<NotFound>((await _bed.Joining.JoinAsync(new string('B', 32))).Failure);
        Assert.Empty(_bed.Logto.Calls.Made);
    }

    [Fact]
    public async Task When_Logto_or_the_store_is_down_the_page_says_so()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.User.SignOut();
        _bed.Logto.Calls.FailNext(FakeLogtoCalls.Outage());
        Assert.Equal(JoinLandingState.Unavailable, (await _bed.Joining.FindAsync(token)).State);
        _bed.Store.IsDown = true;
        Assert.Equal(JoinLandingState.Unavailable, (await _bed.Joining.FindAsync(token)).State);
    }

    private JoinLink Link => Assert.Single(_bed.StoredLinks());

    private static (JoinLandingState State, OrganizationId? Place) StateAndPlace(JoinLanding landing) => (landing.State, landing.Organization);

    private async Task AssertDeadAsync(string token)
    {
        _bed.SignIn(_bed.Dave);
        Assert.Equal(new JoinLanding(JoinLandingState.Unknown), await _bed.Joining.FindAsync(token));
        Assert.True((await _bed.Joining.JoinAsync(token)).Failure is NotFound or Refused { Reason: RefusalReasons.JoinLinkEnded });
        Assert.Null(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        _bed.User.SignOut();
        Assert.Equal(new JoinLanding(JoinLandingState.Unknown), await _bed.Joining.FindAsync(token));
    }

    // Dave is a member without roles, and nobody could take that back.
    private async Task LeaveHalfDoneAsync(string token)
    {
        _bed.SignIn(_bed.Dave);
        _bed.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());
        _bed.Logto.Calls.Fail(Removes, FakeLogtoCalls.Outage());
        Assert.False(Assert.IsType<Interrupted>((await _bed.Joining.JoinAsync(token)).Failure).IsUndone);
        Assert.NotNull(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal(1, _bed.Logto.Calls.CountOf(Adds));
    }

    private void Change(UserId id, Func<User, User> change)
    {
        var index = _bed.Logto.Users.FindIndex(user => user.Id == id);
        _bed.Logto.Users[index] = change(_bed.Logto.Users[index]);
    }
}
