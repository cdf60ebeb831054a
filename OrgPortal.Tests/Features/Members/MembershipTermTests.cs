using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Until when somebody is a member: setting, moving and lifting the day.</summary>
public sealed class MembershipTermTests : IDisposable
{
    private readonly MembersHouse _house = new();

    private DateTimeOffset InAMonth => _house.Clock.GetUtcNow().AddDays(30);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_day_is_set_announced_on_record_and_stands_in_the_row_and_on_the_page()
    {
        Assert.False((await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, _house.Bob, InAMonth)).IsFailure);

        Assert.Equal(new MembersChanged(_house.Acme, _house.Bob), Assert.Single(_house.Events.Published));
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal(("member.term.set", "done", _house.Bob.Value), (record.Action, record.Outcome, record.TargetId));
        var expected = new MembershipEnd(InAMonth, "Alice Arbor");
        Assert.Equal(expected, (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery())).Value.Items.Single(row => row.Id == _house.Bob).End);
        Assert.Equal(expected, (await _house.As(_house.Alice).GetAsync(_house.Acme, _house.Bob)).Value.Row.End);
        Assert.Null((await _house.As(_house.Alice).GetAsync(_house.Acme, _house.Carol)).Value.Row.End);
    }

    [Fact]
    public async Task It_is_moved_and_lifted_and_the_same_again_changes_nothing()
    {
        var terms = _house.TermsAs(_house.Alice);
        await terms.SetAsync(_house.Acme, _house.Bob, InAMonth);
        await terms.SetAsync(_house.Acme, _house.Bob, InAMonth);
        Assert.Single(_house.Audit.Records);

        await terms.SetAsync(_house.Acme, _house.Bob, InAMonth.AddDays(1));
        Assert.Equal(InAMonth.AddDays(1), (await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value!.EndsAt);

        Assert.False((await terms.LiftAsync(_house.Acme, _house.Bob)).IsFailure);
        Assert.Null((await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value);
        Assert.Equal(3, _house.Audit.Records.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(3000)]
    public async Task What_is_past_or_too_far_away_is_refused(int days)
    {
        var failure = (await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, _house.Bob, _house.Clock.GetUtcNow().AddDays(days))).Failure;

        Assert.Equal("out_of_range", Assert.Single(Assert.IsType<Invalid>(failure).Fields).Reason);
    }

    [Fact]
    public async Task Without_the_permission_and_for_others_nothing_is_set()
    {
        var globex = _house.Logto.AddOrganization("Globex");
        var eve = _house.Logto.AddUser("eve@globex.example", "Eve");
        _house.Logto.AddMember(globex, eve, _house.Admin);

        Assert.Equal(new Forbidden("members.delete"), (await _house.TermsAs(_house.Bob).SetAsync(_house.Acme, _house.Carol, InAMonth)).Failure);
        Assert.IsType<NotFound>((await _house.TermsAs(eve).SetAsync(_house.Acme, _house.Bob, InAMonth)).Failure);
        Assert.IsType<NotFound>((await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, eve, InAMonth)).Failure);
        Assert.Null((await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value);
    }

    [Fact]
    public async Task Nobody_sets_it_for_themselves_for_somebody_above_them_or_for_the_last_administrator()
    {
        var mona = _house.AddMember("Mona", _house.Manager);
        var remover = _house.AddMember("Remy", _house.Logto.AddRole("Nearly", "read:member", "invite:member", "manage:member", "delete:member", "manage:organization", "delete:organization", "manage:security", "manage:application", "read:audit"));

        Assert.Equal(RefusalReasons.OwnMembership, (await _house.TermsAs(mona).SetAsync(_house.Acme, mona, InAMonth)).Failure!.Code);
        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _house.TermsAs(mona).SetAsync(_house.Acme, _house.Alice, InAMonth)).Failure!.Code);
        _house.Logto.FindMember(_house.Acme, remover)!.Roles.Clear();
        Assert.All(_house.Audit.Records, record => Assert.Equal("denied", record.Outcome));
    }

    [Fact]
    public async Task A_store_that_is_away_sets_nothing_and_harms_no_list()
    {
        _house.Store.IsDown = true;

        Assert.IsType<Unavailable>((await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, _house.Bob, InAMonth)).Failure);
        Assert.Equal(3, (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery())).Value.TotalCount);
    }

    [Fact]
    public async Task Logto_failing_sets_nothing()
    {
        _house.Logto.Calls.Fail("IUsersClient.GetAsync", FakeLogtoCalls.Outage());

        await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, _house.Bob, InAMonth);

        Assert.Null((await _house.Terms.FindAsync(_house.Acme, _house.Bob)).Value);
    }

    [Fact]
    public void It_is_looked_at_seven_days_and_one_day_before_and_on_the_day()
    {
        var end = new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(end.AddDays(-7), MembershipTerms.DueAfter(end.AddDays(-60), end));
        Assert.Equal(end.AddDays(-1), MembershipTerms.DueAfter(end.AddDays(-7), end));
        Assert.Equal(end, MembershipTerms.DueAfter(end.AddDays(-1), end));
        Assert.Equal(end, MembershipTerms.DueAfter(end.AddDays(3), end));
    }

    [Theory]
    [InlineData("UTC", "2026-12-31", "2027-01-01T00:00:00Z")]
    [InlineData("Asia/Shanghai", "2026-12-31", "2026-12-31T16:00:00Z")]
    [InlineData("America/New_York", "2026-12-31", "2027-01-01T05:00:00Z")]
    [InlineData("America/Santiago", "2026-09-05", "2026-09-06T04:00:00Z")]
    public void The_last_day_counts_to_its_end_where_the_person_is(string zone, string day, string end)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var at = MembershipEndFields.EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd"), there);

        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), at);
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), MembershipEndFields.DayOf(new MembershipEnd(at!.Value, "x"), there));
    }
}
