using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Audit;

public sealed class MovementCounterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");

    private readonly FakeTimeProvider _time = new(Now);
    private TestStore? _store;

    public void Dispose() => _store?.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Coming_and_going_is_counted_by_days_back_from_now(StoreProvider on)
    {
        await FillAsync(
            on,
            (80, AuditActions.CreateOrganization, AuditOutcomes.Done),
            (40.5, AuditActions.AcceptInvitation, AuditOutcomes.Done),
            (40.1, AuditActions.JoinInLogto, AuditOutcomes.Done),
            (40.05, AuditActions.RemoveMember, AuditOutcomes.Done),
            (12, AuditActions.UpdateOrganization, AuditOutcomes.Done),
            (3, AuditActions.ApproveRequest, AuditOutcomes.Failed),
            (2, AuditActions.AcceptInvitation, AuditOutcomes.Begun),
            (0.9, AuditActions.LeaveOrganization, AuditOutcomes.Done),
            (0.1, AuditActions.UseJoinLink, AuditOutcomes.Done));

        var counts = (await Counter().CountAsync(Acme, 60)).Value;

        Assert.Equal((Now, Now.AddDays(-80)), (counts.At, counts.KnownSince));
        Assert.Equal([new DayOfMovements(0, 1, 1), new DayOfMovements(40, 2, 1)], counts.Days.OrderBy(day => day.Age));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Of_an_organization_without_records_nothing_is_known(StoreProvider on)
    {
        await FillAsync(on, (5, AuditActions.AcceptInvitation, AuditOutcomes.Done));

        var counts = (await Counter().CountAsync(OrganizationId.Parse("globex123456"), 90)).Value;

        Assert.Null(counts.KnownSince);
        Assert.Empty(counts.Days);
    }

    [Fact]
    public async Task Without_a_store_there_is_no_answer()
    {
        await FillAsync(StoreProvider.Sqlite);
        _store!.IsDown = true;

        Assert.IsType<Unavailable>((await Counter().CountAsync(Acme, 90)).Failure);
    }

    private MovementCounter Counter() => new(_store!, _time, NullLogger<MovementCounter>.Instance);

    private async Task FillAsync(StoreProvider on, params (double DaysAgo, string Action, string Outcome)[] records)
    {
        _store = TestStore.Open(on);
        foreach (var (daysAgo, action, outcome) in records)
        {
            var writer = AuditChains.Writer(_store, time: new FakeTimeProvider(Now.AddDays(-daysAgo)));
            await writer.AppendAsync(AuditChains.Content() with { Action = action, Outcome = outcome });
        }
    }
}
