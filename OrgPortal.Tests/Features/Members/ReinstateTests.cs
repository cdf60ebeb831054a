using System.Text.Json;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class ReinstateTests : IDisposable
{
    private const string Adds = "IOrganizationMembersClient.AddAsync";
    private const string GivesRoles = "IOrganizationMembersClient.ReplaceRolesAsync";

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Who_was_removed_is_a_member_again_with_the_same_roles_announced_and_on_record()
    {
        await RemoveAsync(_house.Bob);
        _house.Events.Published.Clear();

        var done = await ReinstateAsync(_house.Bob);

        Assert.Equal(["Member"], done.Value.Roles);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        Assert.Equal(new MembersChanged(_house.Acme, _house.Bob), Assert.Single(_house.Events.Published));
        var record = _house.Audit.Records[^1];
        Assert.Equal(("member.reinstate", "done", _house.Bob.Value, "Bob Birch"), (record.Action, record.Outcome, record.TargetId, record.Act.TargetName));
        Assert.Equal("""{"roles":["Member"],"missing":null}""", JsonSerializer.Serialize(record.Act.After));
    }

    [Fact]
    public async Task It_is_listed_who_removed_them_and_when_and_not_any_more_once_they_are_back()
    {
        await RemoveAsync(_house.Bob);
        _house.Clock.Advance(TimeSpan.FromDays(89));

        var row = Assert.Single(await ListAsync());
        Assert.Equal(("Bob Birch", "bob@acme.example", "Ada Lovelace", "removed"), (row.Name, row.EmailAddress, row.EndedBy, row.How));
        Assert.Equal("Member", Assert.Single(row.Roles).Name);

        await ReinstateAsync(_house.Bob);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task After_ninety_days_nothing_is_listed_and_nothing_can_be_given_back()
    {
        await RemoveAsync(_house.Bob);
        _house.Clock.Advance(FormerMembers.KeptFor);

        Assert.Empty(await ListAsync());
        Assert.IsType<NotFound>((await ReinstateAsync(_house.Bob)).Failure);
        Assert.False(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task Searching_finds_names_and_addresses_in_any_case()
    {
        await RemoveAsync(_house.Bob);
        await RemoveAsync(_house.Carol);

        Assert.Equal("Bob Birch", Assert.Single(await ListAsync("BIRCH")).Name);
        Assert.Equal("Carol Cedar", Assert.Single(await ListAsync("carol@")).Name);
        Assert.Empty(await ListAsync("%"));
    }

    [Fact]
    public async Task Without_the_permission_nobody_is_listed_or_given_back()
    {
        await RemoveAsync(_house.Bob);

        Assert.Equal(new Forbidden("members.delete"), (await _house.FormerAs(_house.Carol).ReinstateAsync(_house.Acme, _house.Bob)).Failure);
        Assert.Equal(new Forbidden("members.delete"), (await _house.FormerAs(_house.Carol).ListAsync(_house.Acme, null, 1)).Failure);
        Assert.False(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task In_another_organization_nobody_is_given_back()
    {
        await RemoveAsync(_house.Bob);
        var globex = _house.Logto.AddOrganization("Globex");
        _house.Logto.AddMember(globex, _house.Alice, _house.Admin);

        Assert.IsType<NotFound>((await _house.FormerAs(_house.Alice).ReinstateAsync(globex, _house.Bob)).Failure);
        Assert.Null(_house.Logto.FindMember(globex, _house.Bob));
    }

    [Fact]
    public async Task Nobody_gives_back_more_than_they_hold()
    {
        var second = _house.AddMember("Second", _house.Admin);
        var mona = _house.AddMember("Mona", _house.Manager);
        await RemoveAsync(second);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), (await _house.FormerAs(mona).ReinstateAsync(_house.Acme, second)).Failure);
        Assert.False(_house.IsMember(second));
        Assert.Equal(("member.reinstate", "denied"), (_house.Audit.Records[^1].Action, _house.Audit.Records[^1].Outcome));
    }

    [Fact]
    public async Task Who_is_a_member_meanwhile_keeps_the_roles_of_now()
    {
        await RemoveAsync(_house.Bob);
        _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Manager);

        Assert.Equal(new Refused(RefusalReasons.AlreadyMember, "Bob Birch"), (await ReinstateAsync(_house.Bob)).Failure);
        Assert.Equal(["Manager"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task An_account_that_is_gone_cannot_come_back()
    {
        await RemoveAsync(_house.Bob);
        _house.Logto.Users.RemoveAll(user => user.Id == _house.Bob);

        Assert.Equal(new Refused(RefusalReasons.AccountGone), (await ReinstateAsync(_house.Bob)).Failure);
    }

    [Fact]
    public async Task Who_left_comes_back_by_their_own_will_only()
    {
        await _house.As(_house.Carol).LeaveAsync(_house.Acme);

        Assert.True(Assert.Single(await ListAsync()).HasLeft);
        Assert.Equal(new Refused(RefusalReasons.LeftThemselves), (await ReinstateAsync(_house.Carol)).Failure);
    }

    [Fact]
    public async Task Roles_that_are_no_more_are_left_out_and_named()
    {
        _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Manager);
        await RemoveAsync(_house.Bob);
        _house.Logto.Roles.RemoveAll(role => role.Id == _house.Manager);

        var done = await ReinstateAsync(_house.Bob);

        Assert.Equal(["Manager"], done.Value.MissingRoles);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task When_Logto_fails_before_the_roles_nobody_is_left_half_a_member_and_it_can_be_tried_again()
    {
        await RemoveAsync(_house.Bob);
        _house.Logto.Calls.Fail(GivesRoles, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await ReinstateAsync(_house.Bob)).Failure);
        Assert.False(_house.IsMember(_house.Bob));
        Assert.Equal("failed", _house.Audit.Records[^1].Outcome);

        Assert.False((await ReinstateAsync(_house.Bob)).IsFailure);
    }

    [Fact]
    public async Task Without_a_record_of_the_intent_nothing_is_done()
    {
        await RemoveAsync(_house.Bob);
        _house.Audit.IsDown = true;
        _house.Logto.Calls.Clear();

        Assert.IsType<Unavailable>((await ReinstateAsync(_house.Bob)).Failure);
        Assert.Equal(0, _house.Logto.Calls.CountOf(Adds));
    }

    [Fact]
    public async Task The_day_on_which_the_membership_was_to_end_comes_back_too()
    {
        var day = _house.Clock.GetUtcNow().AddDays(30);
        await _house.Terms.SetAsync(_house.Acme, _house.Bob, day, new OrgPortal.Web.Authentication.Person(_house.Alice, "Alice Arbor", null, null, null));
        await RemoveAsync(_house.Bob);
        Assert.Null((await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value);

        await ReinstateAsync(_house.Bob);

        var term = (await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value!;
        Assert.Equal((day, "Alice Arbor"), (term.EndsAt, term.SetByName));
    }

    [Theory]
    [InlineData(SentInvitationsFate.TakeOver)]
    [InlineData(SentInvitationsFate.Revoke)]
    public async Task What_becomes_of_the_invitations_they_sent_is_done_after_the_removal_and_counted(SentInvitationsFate fate)
    {
        (_house.Invitations.Open, _house.Invitations.Stubborn) = (3, 1);

        var done = await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob, fate);

        Assert.Equal((2, 1), (done.Value.Invitations, done.Value.InvitationsLeft));
        Assert.Equal((fate, _house.Bob), Assert.Single(_house.Invitations.Handled));
    }

    [Fact]
    public async Task A_removal_that_is_refused_leaves_the_invitations_alone()
    {
        Assert.True((await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Alice, SentInvitationsFate.Revoke)).IsFailure);
        Assert.Empty(_house.Invitations.Handled);
    }

    [Fact]
    public async Task What_a_removal_takes_away_is_read_from_Logto_as_it_is_now()
    {
        _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Manager);

        var terms = await _house.As(_house.Alice).GetRemovalTermsAsync(_house.Acme, _house.Bob);

        Assert.Equal(["Manager", "Member"], terms.Value.Roles.Select(role => role.Name));
        Assert.Contains(OrgPortal.Web.Authorization.OrganizationPermissions.InviteMembers, terms.Value.Powers);
        Assert.Null(terms.Value.Lock);
        Assert.Equal(RefusalReasons.OwnMembership, (await _house.As(_house.Alice).GetRemovalTermsAsync(_house.Acme, _house.Alice)).Value.Lock!.Code);
        Assert.IsType<NotFound>((await _house.As(_house.Alice).GetRemovalTermsAsync(_house.Acme, _house.Logto.AddUser())).Failure);
    }

    [Fact]
    public async Task What_it_costs_does_not_grow_with_the_organization()
    {
        await RemoveAsync(_house.Carol);
        for (var number = 0; number < 250; number++)
        {
            _house.AddMember($"Person {number:D3}", _house.Member);
        }

        _house.Logto.Calls.Clear();
        await _house.As(_house.Alice).GetRemovalTermsAsync(_house.Acme, _house.Bob);
        Assert.InRange(_house.Logto.Calls.Made.Count, 1, 8);
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));

        _house.Logto.Calls.Clear();
        await ReinstateAsync(_house.Carol);
        Assert.InRange(_house.Logto.Calls.Made.Count, 1, 12);
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));

        _house.Logto.Calls.Clear();
        await _house.FormerAs(_house.Alice).ListAsync(_house.Acme, null, 1);
        Assert.InRange(_house.Logto.Calls.Made.Count, 0, 1);
    }

    private async Task RemoveAsync(UserId member) => Assert.False((await _house.As(_house.Alice).RemoveAsync(_house.Acme, member)).IsFailure);

    private Task<Result<Reinstated>> ReinstateAsync(UserId member) => _house.FormerAs(_house.Alice).ReinstateAsync(_house.Acme, member);

    private async Task<IReadOnlyList<FormerMember>> ListAsync(string? search = null) => (await _house.FormerAs(_house.Alice).ListAsync(_house.Acme, search, 1)).Value.Items;
}
