using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Tests.Features.Members;

/// <summary>What the portal does by itself with memberships that have an end.</summary>
public sealed class MembershipUpkeepTests : IDisposable
{
    private const string Removes = "IOrganizationMembersClient.RemoveAsync";

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task On_its_day_a_membership_ends_on_record_for_whoever_set_it_and_can_be_given_back()
    {
        await SetAsync(_house.Bob, days: 30);
        await PassAsync(days: 30);

        Assert.False(_house.IsMember(_house.Bob));
        var record = _house.Audit.Records.Single(one => one.Action == "member.term.end");
        Assert.Equal(("done", _house.Bob.Value, "Bob Birch"), (record.Outcome, record.TargetId, record.Act.TargetName));
        Assert.Contains("\"setBy\":\"Alice Arbor\"", System.Text.Json.JsonSerializer.Serialize(record.Act.After), StringComparison.Ordinal);
        Assert.Contains(new MembersChanged(_house.Acme, _house.Bob), _house.Events.Published);
        var former = Assert.Single((await _house.FormerAs(_house.Alice).ListAsync(_house.Acme, null, 1)).Value.Items);
        Assert.Equal(("expired", "Alice Arbor"), (former.How, former.EndedBy));
        Assert.Equal([_house.Alice, _house.Bob], Told(NoticeKinds.MembershipEnded).Single());

        Assert.False((await _house.FormerAs(_house.Alice).ReinstateAsync(_house.Acme, _house.Bob)).IsFailure);
        await PassAsync(days: 1);
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
    }

    [Fact]
    public async Task Before_its_day_nothing_ends_and_both_are_reminded_seven_days_and_one_day_before()
    {
        await SetAsync(_house.Bob, days: 30);

        await PassAsync(days: 22);
        Assert.Empty(_house.Notices.Told);
        await PassAsync(days: 1);
        await PassAsync(days: 0);
        Assert.Equal([_house.Alice, _house.Bob], Told(NoticeKinds.MembershipEnding).Single());
        await PassAsync(days: 6);
        Assert.Equal(2, Told(NoticeKinds.MembershipEnding).Count);
        Assert.Equal(2, _house.Notices.Told.Select(one => one.Notice.Once).Distinct().Count());
        Assert.True(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task What_was_due_while_nobody_ran_is_done_in_the_first_round()
    {
        await SetAsync(_house.Bob, days: 10);
        await SetAsync(_house.Carol, days: 12);

        await PassAsync(days: 40);

        Assert.False(_house.IsMember(_house.Bob));
        Assert.False(_house.IsMember(_house.Carol));
    }

    [Fact]
    public async Task The_last_administrator_is_never_ended_but_told_of_and_put_on_record_once_a_day()
    {
        await _house.Terms.SetAsync(_house.Acme, _house.Alice, _house.Clock.GetUtcNow().AddDays(2), new OrgPortal.Web.Authentication.Person(_house.Bob, "Bob Birch", null, null, null));

        await PassAsync(days: 2);
        await PassAsync(days: 0);

        Assert.True(_house.IsMember(_house.Alice));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records, one => one.Action == "member.term.end").Outcome);
        Assert.NotEmpty(Told(NoticeKinds.MembershipNotEnded));
        Assert.DoesNotContain(_house.Logto.Calls.Made, call => call == Removes);

        _house.AddMember("Second", _house.Admin);
        await PassAsync(days: 1);
        Assert.False(_house.IsMember(_house.Alice));
    }

    [Fact]
    public async Task It_ends_whatever_whoever_set_it_may_do_by_now()
    {
        var mona = _house.AddMember("Mona", _house.Manager);
        await _house.TermsAs(mona).SetAsync(_house.Acme, _house.Bob, _house.Clock.GetUtcNow().AddDays(3));
        _house.Logto.Members.RemoveAll(member => member.User == mona);

        await PassAsync(days: 3);

        Assert.False(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task What_was_moved_or_lifted_meanwhile_does_not_end()
    {
        await SetAsync(_house.Bob, days: 3);
        await SetAsync(_house.Carol, days: 3);
        await SetAsync(_house.Bob, days: 60);
        await _house.TermsAs(_house.Alice).LiftAsync(_house.Acme, _house.Carol);

        await PassAsync(days: 4);

        Assert.True(_house.IsMember(_house.Bob));
        Assert.True(_house.IsMember(_house.Carol));
    }

    [Fact]
    public async Task What_is_moved_while_the_portal_waits_for_the_organization_does_not_end()
    {
        await SetAsync(_house.Bob, days: 3);
        _house.Locks.Held += () => _house.Terms.SetAsync(_house.Acme, _house.Bob, _house.Clock.GetUtcNow().AddDays(60), new OrgPortal.Web.Authentication.Person(_house.Alice, "Alice", null, null, null)).GetAwaiter().GetResult();

        await PassAsync(days: 4);

        Assert.True(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task When_Logto_fails_it_is_tried_again_ten_minutes_later()
    {
        await SetAsync(_house.Bob, days: 3);
        _house.Logto.Calls.Fail(Removes, FakeLogtoCalls.Outage());

        await PassAsync(days: 3);
        Assert.True(_house.IsMember(_house.Bob));
        Assert.Equal("failed", _house.Audit.Records.Single(one => one.Action == "member.term.end").Outcome);
        await PassAsync(days: 0);
        Assert.True(_house.IsMember(_house.Bob));

        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await _house.Upkeep().RunAsync(CancellationToken.None);
        Assert.False(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task Without_a_record_of_the_intent_nobody_is_ended()
    {
        await SetAsync(_house.Bob, days: 3);
        _house.Audit.IsDown = true;

        await PassAsync(days: 3);

        Assert.True(_house.IsMember(_house.Bob));
    }

    [Fact]
    public async Task Who_went_by_another_way_is_forgotten_without_a_word()
    {
        await SetAsync(_house.Bob, days: 3);
        _house.Logto.Members.RemoveAll(member => member.User == _house.Bob);

        await PassAsync(days: 3);

        Assert.Null((await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value);
        Assert.DoesNotContain(_house.Audit.Records, one => one.Action == "member.term.end");
        Assert.Empty(Told(NoticeKinds.MembershipEnded));
    }

    [Fact]
    public async Task A_round_with_more_than_a_hundred_ends_them_all()
    {
        var people = Enumerable.Range(0, 120).Select(number => _house.AddMember($"Person {number:D3}")).ToList();
        foreach (var person in people)
        {
            await _house.Terms.SetAsync(_house.Acme, person, _house.Clock.GetUtcNow().AddDays(3), new OrgPortal.Web.Authentication.Person(_house.Alice, "Alice", null, null, null));
        }

        await PassAsync(days: 4);

        Assert.DoesNotContain(people, _house.IsMember);
    }

    [Fact]
    public async Task What_was_kept_of_former_members_for_ninety_days_is_forgotten()
    {
        await _house.As(_house.Alice).RemoveAsync(_house.Acme, _house.Bob);

        await PassAsync(days: 91);

        await using var context = _house.Store.CreateDbContext();
        Assert.Empty(context.FormerMemberships);
    }

    private async Task SetAsync(UserId member, int days) => Assert.False((await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, member, _house.Clock.GetUtcNow().AddDays(days))).IsFailure);

    private async Task PassAsync(int days)
    {
        _house.Clock.Advance(TimeSpan.FromDays(days));
        await _house.Upkeep().RunAsync(CancellationToken.None);
    }

    private IReadOnlyList<IReadOnlyList<UserId>> Told(string kind) => [.. _house.Notices.Told.Where(one => one.Notice.Kind == kind).Select(one => one.People)];
}
