using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>The walk through the tenant, and what it finds.</summary>
public sealed class SurveyTests : IDisposable
{
    private readonly OperatorsHouse _house = new();

    private ISurveyService Survey => _house.Get<ISurveyService>();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Everything_that_is_not_in_order_is_found_and_ends_when_it_is_in_order(StoreProvider provider)
    {
        using var house = new OperatorsHouse(provider);
        house.Logto.AddOrganization("Hollow");
        house.Clock.Advance(TimeSpan.FromHours(1));
        house.Logto.JustInTimeDomains.Add((house.Acme, "Shared.example"));
        house.Change(context => context.Add(new OrganizationDomain
        {
            OrganizationId = house.Globex.Value, Name = "shared.example", Challenge = "-", AddedAt = house.Clock.GetUtcNow(), VerifiedAt = house.Clock.GetUtcNow(), Enrolment = "nothing",
        }));

        await house.SurveyAsync();

        Assert.Equal(
            ["Acme SharedDomain shared.example", "Globex SharedDomain shared.example", "Hollow NoAdministrator 0", "Initech NoAdministrator 1", "Initech WithoutRole 1"],
            await house.FindingsAsync());
        Assert.Equal((SurveyState.Done, 4, 4), (await house.Get<ISurveyService>().GetAsync()).Value switch { var it => (it!.State, it.Seen, it.Total) });

        house.Logto.AddMember(house.Initech, house.Ivan, house.Admin);
        house.Logto.JustInTimeDomains.Clear();
        house.Logto.Organizations.RemoveAll(one => one.Name == "Hollow");
        await house.SurveyAsync();

        Assert.Empty(await house.FindingsAsync());
    }

    [Fact]
    public async Task It_keeps_to_its_pace()
    {
        var began = _house.Clock.GetUtcNow();
        _house.Logto.Calls.Clear();

        await _house.SurveyAsync();

        var calls = _house.Logto.Calls.Made.Count(call => call.StartsWith("IOrganization", StringComparison.Ordinal) && call != "IOrganizationRolesClient.ListAsync");
        Assert.True(calls >= 8, $"There were {calls}.");
        Assert.True(_house.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(calls / 5.0) - TimeSpan.FromSeconds(0.2), $"{calls} calls in {_house.Clock.GetUtcNow() - began}.");
    }

    [Fact]
    public async Task What_was_looked_at_is_not_looked_at_again_after_a_restart_and_an_outage_is_waited_for()
    {
        for (var number = 0; number < 30; number++)
        {
            _house.Logto.AddMember(_house.Logto.AddOrganization($"Customer {number}"), _house.Greta, _house.Admin);
        }

        _house.Clock.Advance(TimeSpan.FromHours(1));
        await Survey.StartAsync();
        Assert.Equal(TimeSpan.Zero, await _house.TurnAsync());
        _house.Logto.Calls.Fail("IOrganizationJustInTimeClient.ListDomainsAsync", FakeLogtoCalls.Outage());

        var wait = await _house.TurnAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), wait);
        Assert.Equal((20, SurveyState.Running), (await Survey.GetAsync()).Value switch { var it => (it!.Seen, it.State) });
        Assert.NotNull((await Survey.GetAsync()).Value!.WaitUntil);
        Assert.InRange((await _house.TurnAsync())!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        _house.Logto.Calls.Clear();
        while (await _house.TurnAsync() is not null)
        {
        }

        Assert.Equal((33, SurveyState.Done), (await Survey.GetAsync()).Value switch { var it => (it!.Seen, it.State) });
        Assert.Equal(13, _house.Logto.Calls.CountOf("IOrganizationJustInTimeClient.ListDomainsAsync"));
    }

    [Fact]
    public async Task It_is_paused_resumed_and_ended_by_operators_and_each_is_on_record()
    {
        await Survey.StartAsync();
        Assert.Equal(RefusalReasons.SurveyUnderWay, OperatorsHouse.Code((await Survey.StartAsync()).Failure));
        Assert.Null((await Survey.PauseAsync()).Failure);
        Assert.Null(await _house.TurnAsync());
        Assert.Equal(RefusalReasons.SurveyNotThere, OperatorsHouse.Code((await Survey.PauseAsync()).Failure));
        Assert.Null((await Survey.ResumeAsync()).Failure);
        Assert.Null((await Survey.CancelAsync()).Failure);

        Assert.Null(await _house.TurnAsync());
        Assert.Equal(SurveyState.Cancelled, (await Survey.GetAsync()).Value!.State);
        Assert.Equal([SurveyWork.Id, SurveyWork.Id], _house.Work.Started);
        Assert.Equal(
            [
                (AuditActions.StartSurvey, "done"), (AuditActions.StartSurvey, "failed"), (AuditActions.PauseSurvey, "done"), (AuditActions.PauseSurvey, "failed"),
                (AuditActions.ResumeSurvey, "done"), (AuditActions.CancelSurvey, "done"),
            ],
            _house.Audit.Records.Select(record => (record.Action, record.Outcome)));
        Assert.All(_house.Audit.Records, record => Assert.Null(record.Organization));
    }

    [Fact]
    public async Task It_stops_when_whoever_asked_for_it_is_no_operator_any_more()
    {
        await Survey.StartAsync();
        _house.Logto.TenantRoles.Clear();
        _house.Logto.Calls.Clear();

        Assert.Null(await _house.TurnAsync());

        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationsClient.ListCountedAsync"));
        _house.Logto.TenantRoles.Add((_house.Olga, "Operator"));
        Assert.Equal(SurveyState.Stopped, (await Survey.GetAsync()).Value!.State);
    }

    [Fact]
    public async Task One_without_a_record_is_not_begun()
    {
        _house.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await Survey.StartAsync()).Failure);
        Assert.Null((await Survey.GetAsync()).Value);
        Assert.Empty(_house.Work.Started);
    }

    [Theory]
    [InlineData("Nightly", 2, true)]
    [InlineData("Nightly", 12, false)]
    [InlineData("Off", 2, false)]
    public async Task It_is_begun_by_itself_only_at_night_and_only_where_the_settings_want_it(string rhythm, int hour, bool isBegun)
    {
        _house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, hour, 0, 0, TimeSpan.Zero));
        var upkeep = Upkeep(rhythm);

        await upkeep.RunAsync(CancellationToken.None);
        await upkeep.RunAsync(CancellationToken.None);

        Assert.Equal(isBegun ? [SurveyWork.Id] : [], _house.Work.Started);
        Assert.Equal(isBegun ? SurveyState.Running : null, (await Survey.GetAsync()).Value?.State);
        Assert.Null((await Survey.GetAsync()).Value?.StartedByName);
    }

    [Fact]
    public async Task One_whose_work_was_lost_goes_on()
    {
        await Survey.StartAsync();
        _house.Work.Started.Clear();
        var upkeep = Upkeep("Off");

        await upkeep.RunAsync(CancellationToken.None);
        Assert.Empty(_house.Work.Started);
        _house.Clock.Advance(TimeSpan.FromMinutes(31));
        await upkeep.RunAsync(CancellationToken.None);

        Assert.Equal([SurveyWork.Id], _house.Work.Started);
    }

    [Fact]
    public async Task An_administrator_who_is_no_operator_starts_nothing_and_nobody_signed_in_neither()
    {
        _house.SignIn(_house.Alice);
        Failure?[] told = [(await Survey.GetAsync()).Failure, (await Survey.StartAsync()).Failure, (await Survey.PauseAsync()).Failure, (await Survey.ResumeAsync()).Failure, (await Survey.CancelAsync()).Failure];
        _house.User.SignOut();

        Assert.All(told, failure => Assert.IsType<NotFound>(failure));
        Assert.IsType<SignInRequired>((await Survey.StartAsync()).Failure);
        Assert.Empty(_house.Audit.Records);
        Assert.Empty(_house.Work.Started);
    }

    private SurveyUpkeep Upkeep(string rhythm) => new(
        _house.Get<SurveyJournal>(), _house.Get<SurveyStart>(), _house.Get<ITenantEvents>(), Options.Create(new OperatorConsoleOptions { Survey = rhythm }), _house.Clock);
}
