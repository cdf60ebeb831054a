using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Audit;

public sealed class AuditTrailTests : IDisposable, IRequestOrigin
{
    private readonly FakeCurrentUser _currentUser = new();
    private readonly FakeOrganizationEvents _events = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly AuditAct _act = new(
        AuditActions.RemoveMember, OrganizationId.Parse("acme12345678"), "member", "bob123456789", "Bob", new { roles = new[] { "member" } });

    private TestStore _store = null!;
    private AuditTrail _trail = null!;

    public string? IpAddress => "192.0.2.7";

    public void Dispose() => _store.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_intent_stands_on_record_before_the_act_with_the_real_actor(StoreProvider on)
    {
        Use(on);
        await _trail.BeginAsync(_act);

        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(("begun", "alice1234567", "Alice", "acme12345678", "192.0.2.7"), (record.Outcome, record.ActorId, record.ActorName, record.OrganizationId, record.IpAddress));
        Assert.Equal(_time.GetUtcNow(), record.At);
        Assert.Equal("""{"roles":["member"]}""", record.Before);
        Assert.Null(record.IntentSequence);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_outcome_is_a_record_of_its_own_and_leaves_the_intent_as_it_was(StoreProvider on)
    {
        Use(on);
        var intent = (await _trail.BeginAsync(_act)).Value;
        var before = Assert.Single(await RecordsAsync());
        _time.Advance(TimeSpan.FromSeconds(2));
        await intent.CompleteAsync(null);
        await intent.CompleteAsync(new Unavailable());

        var records = await RecordsAsync();
        Assert.Equal(2, records.Count);
        Assert.Equivalent(before, records[0], strict: true);
        Assert.Equal(("done", null, 1L, _time.GetUtcNow()), (records[1].Outcome, records[1].Reason, records[1].IntentSequence, records[1].At));
        Assert.Equal((before.Action, before.ActorId, before.TargetName, before.Before), (records[1].Action, records[1].ActorId, records[1].TargetName, records[1].Before));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_failed_act_keeps_its_reason(StoreProvider on)
    {
        Use(on);
        var intent = (await _trail.BeginAsync(_act)).Value;
        await intent.CompleteAsync(new Unavailable());

        var outcome = (await RecordsAsync())[1];
        Assert.Equal(("failed", "unavailable"), (outcome.Outcome, outcome.Reason));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_became_known_on_the_way_is_recorded_with_the_outcome(StoreProvider on)
    {
        Use(on);
        var intent = (await _trail.BeginAsync(new AuditAct(AuditActions.CreateOrganization, null, "organization", TargetName: "Initech"))).Value;
        intent.Organization = OrganizationId.Parse("initech12345");
        intent.TargetId = "initech12345";
        await intent.CompleteAsync(null);

        var outcome = (await RecordsAsync())[1];
        Assert.Equal(("initech12345", "initech12345"), (outcome.OrganizationId, outcome.TargetId));
        Assert.Equal(new AuditRecorded(OrganizationId.Parse("initech12345")), Assert.Single(_events.Published));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_act_whose_intent_cannot_be_recorded_is_refused(StoreProvider on)
    {
        Use(on);
        _store.IsDown = true;

        Assert.IsType<Unavailable>((await _trail.BeginAsync(_act)).Failure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_denial_goes_on_record_and_never_fails_the_caller(StoreProvider on)
    {
        Use(on);
        await _trail.RecordDenialAsync(_act, new Forbidden("members.delete"));
        _store.IsDown = true;
        await _trail.RecordDenialAsync(_act, new Forbidden("members.delete"));
        _store.IsDown = false;

        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(("denied", "forbidden"), (record.Outcome, record.Reason));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Names_that_no_database_takes_are_recorded_and_verify(StoreProvider on)
    {
        Use(on);
        await _trail.BeginAsync(_act with { TargetName = "a\0b\ud800c 李雪 😀", TargetId = new string('x', 300) });

        Assert.Equal("a\ufffdb\ufffdc 李雪 😀", Assert.Single(await RecordsAsync()).TargetName);
        Assert.Empty((await AuditChains.VerifyAsync(_store)).Findings);
    }

    private void Use(StoreProvider provider)
    {
        _store = TestStore.Open(provider);
        _trail = new AuditTrail(AuditChains.Writer(_store, time: _time), _currentUser, this, new NoVisits(), _events, NullLogger<AuditTrail>.Instance);
        _currentUser.SignIn(UserId.Parse("alice1234567"), "Alice");
    }

    private async Task<List<AuditRecord>> RecordsAsync()
    {
        await using var context = _store.CreateDbContext();
        return await context.AuditRecords.AsNoTracking().OrderBy(r => r.Sequence).ToListAsync();
    }
}
