using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Locks;

public sealed class OrganizationLocksTests : IDisposable
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly OrganizationId Globex = OrganizationId.Parse("globex123456");
    private TestStore _store = null!;

    public void Dispose() => _store.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_nodes_never_hold_the_same_organization_at_once(StoreProvider on)
    {
        Use(on);
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            // Each has locks of its own, as a node of its own would: only the store is shared.
            await using var held = (await Node(new PatientNode()).HoldAsync(Acme)).Value;
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));

        Assert.Equal(1, most);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Another_organization_is_not_held_up(StoreProvider on)
    {
        Use(on);
        await using var acme = (await Node(TimeProvider.System).HoldAsync(Acme)).Value;

        Assert.False((await Node(TimeProvider.System).HoldAsync(Globex)).IsFailure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_lease_of_a_node_that_died_ends_by_itself(StoreProvider on)
    {
        Use(on);
        var time = new FakeTimeProvider();
        await Node(time).HoldAsync(Acme);
        time.Advance(TimeSpan.FromSeconds(91));

        Assert.False((await Node(time).HoldAsync(Acme)).IsFailure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Letting_go_too_late_does_not_take_the_lock_from_the_next_holder(StoreProvider on)
    {
        Use(on);
        var time = new FakeTimeProvider();
        var late = (await Node(time).HoldAsync(Acme)).Value;
        time.Advance(TimeSpan.FromSeconds(91));
        await Node(time).HoldAsync(Acme);

        await late.DisposeAsync();

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, await context.OrganizationLocks.CountAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Without_the_store_there_is_no_lock(StoreProvider on)
    {
        Use(on);
        _store.IsDown = true;

        Assert.IsType<Unavailable>((await Node(TimeProvider.System).HoldAsync(Acme)).Failure);
    }

    private void Use(StoreProvider provider) => _store = TestStore.Open(provider);

    private OrganizationLocks Node(TimeProvider time) => new(_store, time, NullLogger<OrganizationLocks>.Instance);

    // It pauses as others do, but its time stands still: however slow the machine is, nobody gives up and no lease runs out.
    private sealed class PatientNode : TimeProvider
    {
        private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
