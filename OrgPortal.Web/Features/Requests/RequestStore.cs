using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Requests in the store. That one person has one open request in an organization is a rule of the database; a change of state happens only from the state it was decided in.</summary>
internal sealed partial class RequestStore(IDbContextFactory<PortalDbContext> store, ILogger<RequestStore> logger)
{
    /// <summary>One of an organization's, or <see cref="NotFound"/>.</summary>
    public async Task<Result<JoinRequest>> FindAsync(OrganizationId organization, Guid request)
    {
        var found = await TryAsync(context => context.JoinRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request && r.OrganizationId == organization.Value));
        return found.IsFailure ? found.Failure : found.Value is { } row ? row : new NotFound();
    }

    /// <summary>One of a person's own, or <see cref="NotFound"/>.</summary>
    public async Task<Result<JoinRequest>> FindAsync(UserId asker, Guid request)
    {
        var found = await TryAsync(context => context.JoinRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request && r.UserId == asker.Value));
        return found.IsFailure ? found.Failure : found.Value is { } row ? row : new NotFound();
    }

    /// <summary>A person's requests since then, newest first.</summary>
    public Task<Result<IReadOnlyList<JoinRequest>>> ListOfAsync(UserId asker, DateTimeOffset since, int most, CancellationToken cancellationToken = default) => TryAsync<IReadOnlyList<JoinRequest>>(async context =>
        await context.JoinRequests.AsNoTracking().Where(r => r.UserId == asker.Value && (r.ClosedAt == null || r.AskedAt >= since || r.ClosedAt >= since)).OrderByDescending(r => r.AskedAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>How many wait at this moment.</summary>
    public Task<Result<int>> CountOpenAsync(OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        TryAsync(context => Open(context, organization, now).CountAsync(cancellationToken));

    /// <summary>A page, with how many wait and how many have ended.</summary>
    public Task<Result<(IReadOnlyList<JoinRequest> Rows, int Open, int Ended)>> ListAsync(OrganizationId organization, RequestQuery query, DateTimeOffset now, CancellationToken cancellationToken) => TryAsync(async context =>
    {
        var open = await Open(context, organization, now).CountAsync(cancellationToken);
        var ended = await Ended(context, organization, now).CountAsync(cancellationToken);
        var rows = query.ShowsEnded
            ? Ended(context, organization, now).OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id)
            : Open(context, organization, now).OrderBy(r => r.AskedAt).ThenBy(r => r.Id);
        IReadOnlyList<JoinRequest> page = await rows.Skip((query.Page - 1) * RequestQuery.PageSize).Take(RequestQuery.PageSize).ToListAsync(cancellationToken);
        return (page, open, ended);
    });

    /// <summary>A new one.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.RequestOpen"/> when the person has one that waits.</returns>
    public async Task<Result> AddAsync(JoinRequest row)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            context.Add(row);
            await context.SaveChangesAsync();
            return Result.Done;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            var open = await TryAsync(context => context.JoinRequests.AnyAsync(r => r.OrganizationId == row.OrganizationId && r.UserId == row.UserId && r.ClosedAt == null));
            if (open is { IsFailure: false, Value: true })
            {
                return new Refused(RefusalReasons.RequestOpen);
            }

            StoreFailed(exception);
            return new Unavailable();
        }
    }

    /// <summary>Changes the state, if it is still the one it was decided in.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.RequestClosed"/> when it is not.</returns>
    public async Task<Result> MoveAsync(JoinRequest row, string to, DateTimeOffset now)
    {
        var closed = to is RequestStates.Open or RequestStates.Approving ? (DateTimeOffset?)null : now;
        var (id, from, by, name, reason) = (row.Id, row.State, row.AnsweredById, row.AnsweredByName, row.Reason);
        var moved = await TryAsync(context => context.JoinRequests.Where(r => r.Id == id && r.State == from && r.ClosedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.State, to)
            .SetProperty(r => r.ChangedAt, now)
            .SetProperty(r => r.ClosedAt, closed)
            .SetProperty(r => r.AnsweredById, by)
            .SetProperty(r => r.AnsweredByName, name)
            .SetProperty(r => r.Reason, reason)));
        if (moved.IsFailure || moved.Value == 0)
        {
            return moved.Failure ?? new Refused(RefusalReasons.RequestClosed);
        }

        (row.State, row.ChangedAt, row.ClosedAt) = (to, now, closed);
        return Result.Done;
    }

    /// <summary>Those of a person, or of everybody, that are past their end and still wait.</summary>
    public Task<Result<IReadOnlyList<JoinRequest>>> ListExpiredAsync(DateTimeOffset now, int most, UserId? asker = null) => TryAsync<IReadOnlyList<JoinRequest>>(async context =>
    {
        var expired = context.JoinRequests.AsNoTracking().Where(r => r.ClosedAt == null && r.State == RequestStates.Open && r.ExpiresAt <= now);
        return await (asker is { } person ? expired.Where(r => r.UserId == person.Value) : expired).OrderBy(r => r.ExpiresAt).Take(most).ToListAsync();
    });

    /// <summary>Approvals that were broken off before that moment.</summary>
    public Task<Result<IReadOnlyList<JoinRequest>>> ListBrokenOffAsync(DateTimeOffset before, int most) => TryAsync<IReadOnlyList<JoinRequest>>(async context =>
        await context.JoinRequests.AsNoTracking().Where(r => r.State == RequestStates.Approving && r.ClosedAt == null && r.ChangedAt < before).OrderBy(r => r.ChangedAt).Take(most).ToListAsync());

    /// <summary>Forgets what ended before that moment.</summary>
    public Task ForgetAsync(DateTimeOffset before) => TryAsync(context => context.JoinRequests.Where(r => r.ClosedAt != null && r.ClosedAt < before).ExecuteDeleteAsync());

    private static IQueryable<JoinRequest> Open(PortalDbContext context, OrganizationId organization, DateTimeOffset now) =>
        context.JoinRequests.AsNoTracking().Where(r => r.OrganizationId == organization.Value && r.ClosedAt == null && (r.State == RequestStates.Approving || r.ExpiresAt > now));

    private static IQueryable<JoinRequest> Ended(PortalDbContext context, OrganizationId organization, DateTimeOffset now) =>
        context.JoinRequests.AsNoTracking().Where(r => r.OrganizationId == organization.Value && (r.ClosedAt != null || (r.State == RequestStates.Open && r.ExpiresAt <= now)));

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about requests to join.")]
    private partial void StoreFailed(Exception exception);
}
