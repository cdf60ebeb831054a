using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Audit;

public sealed class AuditTrailTests : IDisposable, IRequestOrigin
{
    private readonly SqliteStore _store = new();
    private readonly FakeCurrentUser _currentUser = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly AuditTrail _trail;
    private readonly AuditAct _act = new(
        AuditActions.RemoveMember, OrganizationId.Parse("acme12345678"), "member", "bob123456789", "Bob", new { roles = new[] { "member" } });

    public AuditTrailTests()
    {
        _trail = new AuditTrail(_store, _currentUser, this, _time, NullLogger<AuditTrail>.Instance);
        _currentUser.SignIn(UserId.Parse("alice1234567"), "Alice");
    }

    public string? IpAddress => "192.0.2.7";

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_intent_stands_on_record_before_the_act_with_the_real_actor()
    {
        await _trail.BeginAsync(_act);

        var entry = await OnlyEntryAsync();
        Assert.Equal(("begun", "alice1234567", "Alice", "acme12345678", "192.0.2.7"), (entry.Outcome, entry.ActorId, entry.ActorName, entry.OrganizationId, entry.IpAddress));
        Assert.Equal(_time.GetUtcNow(), entry.At);
        Assert.Equal("""{"roles":["member"]}""", entry.Before);
        Assert.Null(entry.CompletedAt);
    }

    [Fact]
    public async Task The_outcome_completes_the_same_entry()
    {
        var intent = (await _trail.BeginAsync(_act)).Value;
        _time.Advance(TimeSpan.FromSeconds(2));
        await intent.CompleteAsync(null);

        var entry = await OnlyEntryAsync();
        Assert.Equal(("done", null, _time.GetUtcNow()), (entry.Outcome, entry.Reason, entry.CompletedAt));
    }

    [Fact]
    public async Task A_failed_act_keeps_its_reason()
    {
        var intent = (await _trail.BeginAsync(_act)).Value;
        await intent.CompleteAsync(new Unavailable());

        var entry = await OnlyEntryAsync();
        Assert.Equal(("failed", "unavailable"), (entry.Outcome, entry.Reason));
    }

    [Fact]
    public async Task What_became_known_on_the_way_is_recorded_with_the_outcome()
    {
        var intent = (await _trail.BeginAsync(new AuditAct(AuditActions.CreateOrganization, null, "organization", TargetName: "Initech"))).Value;
        intent.Organization = OrganizationId.Parse("initech12345");
        intent.TargetId = "initech12345";
        await intent.CompleteAsync(null);

        var entry = await OnlyEntryAsync();
        Assert.Equal(("initech12345", "initech12345"), (entry.OrganizationId, entry.TargetId));
    }

    [Fact]
    public async Task An_act_whose_intent_cannot_be_recorded_is_refused()
    {
        _store.IsDown = true;

        Assert.IsType<Unavailable>((await _trail.BeginAsync(_act)).Failure);
    }

    [Fact]
    public async Task A_denial_goes_on_record_and_never_fails_the_caller()
    {
        await _trail.RecordDenialAsync(_act, new Forbidden("members.delete"));
        _store.IsDown = true;
        await _trail.RecordDenialAsync(_act, new Forbidden("members.delete"));
        _store.IsDown = false;

        var entry = await OnlyEntryAsync();
        Assert.Equal(("denied", "forbidden"), (entry.Outcome, entry.Reason));
    }

    private async Task<AuditEntry> OnlyEntryAsync()
    {
        await using var context = _store.CreateDbContext();
        return Assert.Single(await context.AuditEntries.ToListAsync());
    }
}
