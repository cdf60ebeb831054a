using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>
/// Deleted organizations that can still be restored, in the store. All of them are remembered for a few seconds, since every page asks and there are few: what was deleted in
/// the last days. This node's own changes count at once, as do announced ones.
/// </summary>
internal sealed partial class OrganizationHolds : IOrganizationHolds, IDisposable
{
    private static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<PortalDbContext> _store;
    private readonly TimeProvider _time;
    private readonly ILogger<OrganizationHolds> _logger;
    private readonly IDisposable _subscription;
    private readonly RecentRead<IReadOnlyDictionary<string, OrganizationHold>> _recent;

    public OrganizationHolds(IDbContextFactory<PortalDbContext> store, IOrganizationEvents events, TimeProvider time, ILogger<OrganizationHolds> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _recent = new RecentRead<IReadOnlyDictionary<string, OrganizationHold>>(ReadAsync, RecentFor, time);
        _subscription = events.SubscribeToAll(happened =>
        {
            if (happened is OrganizationChanged or OrganizationDeleted)
            {
                _recent.Forget();
            }
        });
    }

    public async Task<Result<OrganizationHold?>> FindAsync(OrganizationId organization, bool isFresh = false, CancellationToken cancellationToken = default)
    {
        if (isFresh)
        {
            var row = await FindRowAsync(organization);
            return row.IsFailure ? row.Failure : Result.Of(row.Value is null ? null : Describe(row.Value));
        }

        var all = await _recent.GetAsync(cancellationToken);
        return all.IsFailure ? all.Failure : Result.Of(all.Value.GetValueOrDefault(organization.Value));
    }

    /// <summary>The row as it is now.</summary>
    public Task<Result<HeldOrganization?>> FindRowAsync(OrganizationId organization) =>
        TryAsync(context => context.HeldOrganizations.AsNoTracking().SingleOrDefaultAsync(row => row.OrganizationId == organization.Value));

    /// <summary>From now on the organization is closed.</summary>
    public async Task<Result> BeginAsync(HeldOrganization row)
    {
        var begun = await TryAsync(context =>
        {
            context.Add(row);
            return context.SaveChangesAsync();
        });
        _recent.Forget();
        return begun.IsFailure ? begun.Failure : Result.Done;
    }

    /// <summary>It is open again, or gone.</summary>
    public async Task<Result> EndAsync(OrganizationId organization)
    {
        var ended = await TryAsync(context => context.HeldOrganizations.Where(row => row.OrganizationId == organization.Value).ExecuteDeleteAsync());
        _recent.Forget();
        return ended.IsFailure ? ended.Failure : Result.Done;
    }

    /// <summary>Those whose time has come, the longest waiting first.</summary>
    public async Task<IReadOnlyList<HeldOrganization>> ListDueAsync(int most, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var due = await TryAsync(context => context.HeldOrganizations.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Take(most).ToListAsync(cancellationToken));
        return due.IsFailure ? [] : due.Value;
    }

    /// <summary>When it is looked at again, unless another node was faster.</summary>
    /// <returns>Whether it was as it was known.</returns>
    public async Task<bool> PostponeAsync(HeldOrganization known, DateTimeOffset dueAt)
    {
        var moved = await TryAsync(context => context.HeldOrganizations
            .Where(row => row.OrganizationId == known.OrganizationId && row.DueAt == known.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, dueAt)));
        return moved is { IsFailure: false, Value: 1 };
    }

    public void Dispose() => _subscription.Dispose();

    private static OrganizationHold Describe(HeldOrganization row) => new(OrganizationId.Parse(row.OrganizationId, null), row.Members, row.RestorableUntil);

    private Task<Result<IReadOnlyDictionary<string, OrganizationHold>>> ReadAsync() => TryAsync<IReadOnlyDictionary<string, OrganizationHold>>(async context =>
        await context.HeldOrganizations.AsNoTracking().ToDictionaryAsync(row => row.OrganizationId, Describe));

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => _store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write which organizations were deleted.")]
    private partial void StoreFailed(Exception exception);
}
