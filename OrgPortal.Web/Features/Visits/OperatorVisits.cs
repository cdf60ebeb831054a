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

    private readonly IDbContextFactory<PortalDbContext> _store;
    private readonly TimeProvider _time;
    private readonly ILogger<OperatorVisits> _logger;
    private readonly IDisposable _subscription;
    private readonly RecentRead<IReadOnlyList<Visit>> _recent;

    public OperatorVisits(IDbContextFactory<PortalDbContext> store, IOrganizationEvents events, TimeProvider time, ILogger<OperatorVisits> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _recent = new RecentRead<IReadOnlyList<Visit>>(ReadAsync, RecentFor, time);
        _subscription = events.SubscribeToAll(happened =>
        {
            if (happened is VisitsChanged)
            {
                _recent.Forget();
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
        var all = await _recent.GetAsync(cancellationToken);
        var now = _time.GetUtcNow();
        return all.IsFailure ? all : Result.Of<IReadOnlyList<Visit>>([.. all.Value.Where(one => one.Organization == organization && one.EndsAt > now)]);
    }

    /// <summary>Those of one operator, as the store has them now.</summary>
    public async Task<Result<IReadOnlyList<Visit>>> ListOfAsync(OrganizationId organization, UserId person)
    {
        var now = _time.GetUtcNow();
        var rows = await TryAsync(context => context.OperatorVisits.AsNoTracking()
            .Where(one => one.OrganizationId == organization.Value && one.OperatorId == person.Value && one.EndsAt > now && one.EndedAt == null).OrderBy(one => one.BeganAt).ToListAsync());
        return rows.IsFailure ? rows.Failure : Result.Of<IReadOnlyList<Visit>>([.. rows.Value.Select(Describe)]);
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
        _recent.Forget();
        return begun.IsFailure ? begun.Failure : Result.Done;
    }

    /// <summary>It is over.</summary>
    public async Task<Result> EndAsync(Visit visit)
    {
        var now = _time.GetUtcNow();
        var ended = await TryAsync(context => context.OperatorVisits.Where(one => one.Id == visit.Id && one.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now)));
        _recent.Forget();
        return ended.IsFailure ? ended.Failure : Result.Done;
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

    private Task<Result<IReadOnlyList<Visit>>> ReadAsync() => TryAsync<IReadOnlyList<Visit>>(async context =>
        [.. (await context.OperatorVisits.AsNoTracking().Where(one => one.EndedAt == null).OrderBy(one => one.BeganAt).ToListAsync()).Select(Describe)]);

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => _store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write which operators are inside organizations.")]
    private partial void StoreFailed(Exception exception);
}
