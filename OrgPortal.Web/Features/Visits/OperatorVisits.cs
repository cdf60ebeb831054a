using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Visits;

/// <summary>
/// Visits in the store. Those under way are remembered for a few seconds, all of them, since every page of everybody asks and there are few. This node's own changes count at once, as
/// do announced ones.
/// </summary>
internal sealed partial class OperatorVisits : IVisits, IDisposable
{
    private static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly IDbContextFactory<PortalDbContext> _store;
    private readonly TimeProvider _time;
    private readonly ILogger<OperatorVisits> _logger;
    private readonly IDisposable _subscription;
    private Reading? _recent;

    public OperatorVisits(IDbContextFactory<PortalDbContext> store, IOrganizationEvents events, TimeProvider time, ILogger<OperatorVisits> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _subscription = events.SubscribeToAll(happened =>
        {
            if (happened is VisitsChanged)
            {
                Forget();
            }
        });
    }

    public async Task<Result<Visit?>> FindAsync(OrganizationId organization, UserId person, bool isFresh = false, CancellationToken cancellationToken = default)
    {
        var known = await ListAsync(organization, cancellationToken);
        if (known.IsFailure || known.Value.FirstOrDefault(one => one.Operator == person) is not { } visit)
        {
            return known.IsFailure ? known.Failure : Result.Of<Visit?>(null);
        }

        if (!isFresh)
        {
            return Result.Of<Visit?>(visit);
        }

        var now = _time.GetUtcNow();
        var row = await TryAsync(context => context.OperatorVisits.AsNoTracking().SingleOrDefaultAsync(one => one.Id == visit.Id && one.EndedAt == null && one.EndsAt > now));
        return row.IsFailure ? row.Failure : Result.Of(row.Value is null ? null : Describe(row.Value));
    }

    public Task<Result<bool>> WasInsideAsync(OrganizationId organization, UserId person, DateTimeOffset since)
    {
        var from = since - ClocksApart;
        return TryAsync(context => context.OperatorVisits.AnyAsync(one =>
            one.OrganizationId == organization.Value && one.OperatorId == person.Value && one.EndsAt >= from && (one.EndedAt == null || one.EndedAt >= from)));
    }

    /// <summary>Those under way in an organization, the first to come first.</summary>
    public async Task<Result<IReadOnlyList<Visit>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        // Several people share the answer: no single one's cancellation may stop it.
        var all = await Recent().Rows.Value.WaitAsync(cancellationToken);
        var now = _time.GetUtcNow();
        return all.IsFailure ? all : Result.Of<IReadOnlyList<Visit>>([.. all.Value.Where(one => one.Organization == organization && one.EndsAt > now)]);
    }

    /// <summary>From now on the operator is inside.</summary>
    public async Task<Result> BeginAsync(Visit visit)
    {
        var begun = await TryAsync(context =>
        {
            context.Add(new OperatorVisit
            {
                Id = visit.Id,
                OrganizationId = visit.Organization.Value,
                OperatorId = visit.Operator.Value,
                OperatorName = visit.OperatorName,
                Reason = visit.Reason,
                BeganAt = visit.BeganAt,
                EndsAt = visit.EndsAt,
            });
            return context.SaveChangesAsync();
        });
        Forget();
        return begun.IsFailure ? begun.Failure : Result.Done;
    }

    /// <summary>It is over.</summary>
    /// <returns>Whether it was not before: of two that end it one goes on.</returns>
    public async Task<Result<bool>> EndAsync(Visit visit)
    {
        var now = _time.GetUtcNow();
        var ended = await TryAsync(context => context.OperatorVisits.Where(one => one.Id == visit.Id && one.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now)));
        Forget();
        return ended.IsFailure ? ended.Failure : ended.Value == 1;
    }

    /// <summary>Those whose time is over and who did not leave, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Visit>> ListDueAsync(int most, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var due = await TryAsync(context =>
            context.OperatorVisits.AsNoTracking().Where(one => one.EndedAt == null && one.EndsAt <= now).OrderBy(one => one.EndsAt).Take(most).ToListAsync(cancellationToken));
        return due.IsFailure ? [] : [.. due.Value.Select(Describe)];
    }

    public void Dispose() => _subscription.Dispose();

    private static Visit Describe(OperatorVisit row) => new(
        row.Id, OrganizationId.Parse(row.OrganizationId, null), UserId.Parse(row.OperatorId, null), row.OperatorName, row.Reason, row.BeganAt, row.EndsAt);

    private Reading Recent()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            return _recent is { } known && now - known.AskedAt < RecentFor && !(known.Rows is { IsValueCreated: true, Value: { IsCompleted: true, Result.IsFailure: true } })
                ? known
                : _recent = new Reading(now, new Lazy<Task<Result<IReadOnlyList<Visit>>>>(ReadAsync));
        }
    }

    private void Forget()
    {
        lock (_gate)
        {
            _recent = null;
        }
    }

    private Task<Result<IReadOnlyList<Visit>>> ReadAsync() => TryAsync<IReadOnlyList<Visit>>(async context =>
        [.. (await context.OperatorVisits.AsNoTracking().Where(one => one.EndedAt == null).OrderBy(one => one.BeganAt).ToListAsync()).Select(Describe)]);

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => _store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write which operators are inside organizations.")]
    private partial void StoreFailed(Exception exception);

    private sealed record Reading(DateTimeOffset AskedAt, Lazy<Task<Result<IReadOnlyList<Visit>>>> Rows);
}
