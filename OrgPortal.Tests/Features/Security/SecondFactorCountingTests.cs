using System.Net;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Security;

/// <summary>Who has a second factor: counted in the background, listed, reminded.</summary>
public sealed class SecondFactorCountingTests : IDisposable
{
    private static readonly string AsksPerson = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.ListSecondFactorsAsync));

    private readonly SecurityHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Everybody_is_looked_at_page_by_page_and_the_ids_of_those_without_are_kept(StoreProvider provider)
    {
        using var house = new SecurityHouse(provider);
        Fill(house, 230);
        house.Logto.SecondFactors.Add((house.Ann, "WebAuthn"));
        house.Logto.SecondFactors.Add((house.Ann, "BackupCode"));

        await house.CountAsync();

        var tally = (await house.Service.GetAsync(house.Acme)).Value.Tally!;
        Assert.Equal((SecondFactorCountState.Done, 234, 234, 232, 1, 1, "Alice Adams"), (tally.State, tally.Total, tally.Seen, tally.Without, tally.Passkeys, tally.Others, tally.StartedByName));
        Assert.Equal(234, house.Logto.Calls.CountOf(AsksPerson) - 1);
        var first = (await house.Service.ListWithoutAsync(house.Acme, 1)).Value;
        var last = (await house.Service.ListWithoutAsync(house.Acme, 24)).Value;
        Assert.Equal((10, 232, 232), (first.Page.Items.Count, first.Page.TotalCount, first.Remindable));
        Assert.Equal(2, last.Page.Items.Count);
        Assert.Empty(first.Page.Items.Select(one => one.Id).Intersect(last.Page.Items.Select(one => one.Id)));
        Assert.Equal(3, house.Events.Published.OfType<SecondFactorsCounted>().Count() - 1);
        Assert.Equal(["done"], house.OutcomesOf(AuditActions.CountSecondFactors));
    }

    [Fact]
    public async Task Of_very_many_only_the_number_is_kept()
    {
        Fill(_house, PeopleWithout.MostKept + 50);

        await _house.CountAsync();

        Assert.Equal(PeopleWithout.MostKept + 53, (await _house.Service.GetAsync(_house.Acme)).Value.Tally!.Without);
        Assert.Equal(PeopleWithout.MostKept, (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Value.Page.TotalCount);
    }

    [Fact]
    public async Task A_count_is_everybodys_and_one_at_a_time()
    {
        await _house.Service.StartCountAsync(_house.Acme);
        _house.SignIn(_house.Sam);
        Assert.Null((await _house.Service.StartCountAsync(_house.Acme)).Failure);

        Assert.Equal([_house.Acme.Value], _house.Work.Started);
        Assert.Equal("Alice Adams", (await _house.Service.GetAsync(_house.Acme)).Value.Tally!.StartedByName);
        Assert.Null(await _house.WorkAsync<SecondFactorCounting>());
        Assert.Equal(SecondFactorService.Counts, (await _house.Service.StartCountAsync(_house.Acme)).Failure!.Code);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await _house.Service.StartCountAsync(_house.Acme)).Failure);
        Assert.Equal("Sam Secure", (await _house.Service.GetAsync(_house.Acme)).Value.Tally!.StartedByName);
    }

    [Fact]
    public async Task When_Logto_asks_to_be_left_alone_it_waits_and_goes_on_with_the_same_page()
    {
        Fill(_house, 200);
        await _house.Service.StartCountAsync(_house.Acme);
        var busy = new LogtoApiException(HttpStatusCode.TooManyRequests, "request.rate_limited", "GET users", TimeSpan.FromSeconds(30));
        _house.Logto.Calls.Before(AsksPerson, () => { });
        for (var i = 0; i < 149; i++)
        {
            _house.Logto.Calls.Before(AsksPerson, () => { });
        }

        _house.Logto.Calls.Fail(AsksPerson, busy);

        Assert.Equal(TimeSpan.FromSeconds(30), await _house.WorkAsync<SecondFactorCounting>());
        var waiting = (await _house.Service.GetAsync(_house.Acme)).Value.Tally!;
        Assert.Equal((true, 100, "logto_rate_limit"), (waiting.IsRunning, waiting.Seen, waiting.Reason));
        Assert.NotNull(waiting.WaitUntil);
        Assert.InRange((await _house.WorkAsync<SecondFactorCounting>())!.Value.TotalSeconds, 1, 30);

        _house.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await _house.WorkAsync<SecondFactorCounting>());
        Assert.Equal((204, 203), ((await _house.Service.GetAsync(_house.Acme)).Value.Tally!.Seen, (await _house.Service.GetAsync(_house.Acme)).Value.Tally!.Without));
    }

    [Fact]
    public async Task Ended_early_what_it_found_stays_and_nothing_is_added()
    {
        Fill(_house, 150);
        await _house.Service.StartCountAsync(_house.Acme);
        _house.Logto.Calls.Before(FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.ListAsync)), () => { });
        var held = _house.Logto.Calls.Hold(AsksPerson);
        var working = _house.WorkAsync<SecondFactorCounting>();
        Assert.Null((await _house.Service.CancelCountAsync(_house.Acme)).Failure);
        held.SetResult();

        Assert.Equal(TimeSpan.Zero, await working);
        Assert.Null(await _house.WorkAsync<SecondFactorCounting>());
        var tally = (await _house.Service.GetAsync(_house.Acme)).Value.Tally!;
        Assert.Equal((SecondFactorCountState.Cancelled, 0), (tally.State, tally.Seen));
        Assert.Null((await _house.Service.CancelCountAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task It_stops_when_whoever_began_it_may_not_see_it_any_more()
    {
        _house.SignIn(_house.Sam);
        await _house.Service.StartCountAsync(_house.Acme);
        _house.Logto.Members.RemoveAll(member => member.User == _house.Sam);

        Assert.Null(await _house.WorkAsync<SecondFactorCounting>());
        Assert.DoesNotContain(AsksPerson, _house.Logto.Calls.Made);

        _house.SignIn(_house.Alice);
        Assert.Equal(SecondFactorCountState.Stopped, (await _house.Service.GetAsync(_house.Acme)).Value.Tally!.State);
    }

    [Fact]
    public async Task Work_that_was_lost_is_taken_up_again_and_what_is_old_is_forgotten()
    {
        await _house.Service.StartCountAsync(_house.Acme);
        _house.Clock.Advance(TimeSpan.FromMinutes(11));
        await _house.UpkeepAsync();
        Assert.Equal([_house.Acme.Value], _house.Work.Started);

        await _house.WorkAsync<SecondFactorCounting>();
        Assert.Equal(3, (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Value.Page.TotalCount);
        _house.Clock.Advance(TimeSpan.FromDays(31));
        await _house.UpkeepAsync();

        Assert.Null((await _house.Service.GetAsync(_house.Acme)).Value.Tally);
        using var context = _house.Store.CreateDbContext();
        Assert.Empty(context.SecondFactorGaps);
    }

    [Fact]
    public async Task People_are_reminded_once_a_day_one_or_all_also_after_another_count()
    {
        await _house.CountAsync();
        Assert.Equal(1, (await _house.Service.RemindAsync(_house.Acme, [_house.Bob])).Value);
        Assert.Equal(SecondFactorService.Reminders, (await _house.Service.RemindAsync(_house.Acme, [_house.Bob])).Failure!.Code);
        _house.Clock.Advance(TimeSpan.FromHours(1));
        await _house.CountAsync();
        Assert.Equal(2, (await _house.Service.RemindAsync(_house.Acme)).Value);
        Assert.Equal(SecondFactorService.Reminders, (await _house.Service.RemindAsync(_house.Acme)).Failure!.Code);

        Assert.Equal(
            new[] { _house.Ann, _house.Sam, _house.Bob }.Select(person => (NoticeKinds.SecondFactorAsked, person.Value)).Order(), _house.Told().Order());
        Assert.Equal(["done", "done"], _house.OutcomesOf(AuditActions.RemindOfSecondFactor));
        var listed = (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Value;
        Assert.Equal(0, listed.Remindable);
        Assert.All(listed.Page.Items, person => Assert.False(person.CanRemind));

        await _house.Service.RequireAsync(_house.Acme, _house.Clock.GetUtcNow().AddDays(30));
        _house.Clock.Advance(TimeSpan.FromHours(23.5));
        Assert.Equal(1, (await _house.Service.RemindAsync(_house.Acme)).Value);
        Assert.Equal((NoticeKinds.SecondFactorDue, _house.Bob.Value), _house.Told()[^1]);
    }

    [Fact]
    public async Task Only_those_who_were_found_are_reminded_and_nobody_where_nothing_was_counted()
    {
        Assert.IsType<NotFound>((await _house.Service.RemindAsync(_house.Acme)).Failure);
        await _house.CountAsync();

        Assert.IsType<LimitReached>((await _house.Service.RemindAsync(_house.Acme, [_house.Greta])).Failure);
        Assert.IsType<Invalid>((await _house.Service.RemindAsync(_house.Acme, [])).Failure);
        Assert.IsType<Invalid>((await _house.Service.RemindAsync(_house.Acme, [.. Enumerable.Repeat(_house.Bob, 101)])).Failure);
        Assert.Empty(_house.Told());
    }

    [Fact]
    public async Task Who_left_meanwhile_is_not_listed_and_forgotten()
    {
        await _house.CountAsync();
        _house.Logto.Members.RemoveAll(member => member.User == _house.Bob);

        Assert.Equal(["Ann Archer", "Sam Secure"], (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Value.Page.Items.Select(person => person.DisplayName).Order());
        Assert.Equal(2, (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Value.Page.TotalCount);
    }

    private static void Fill(SecurityHouse house, int people)
    {
        for (var i = 0; i < people; i++)
        {
            house.Join($"person{i}@acme.example", $"Person {i}", house.Acme, house.Member);
        }
    }
}
