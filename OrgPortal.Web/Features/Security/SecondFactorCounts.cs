using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Counts of who has a second factor, in the store: one for an organization, with the ids of the first <see cref="PeopleWithout.MostKept"/> people who have none. What is
/// written for a page may be written again: a count that was interrupted in between takes the same page up.
/// </summary>
internal sealed partial class SecondFactorCounts(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<SecondFactorCounts> logger)
{
    /// <summary>How long a count is kept, with whom it found.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How long nobody is reminded again.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromDays(1);

    /// <summary>The count that is under way, or the last; nothing for none.</summary>
    public Task<Result<SecondFactorCount?>> FindAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        TryAsync(context => context.SecondFactorCounts.AsNoTracking().SingleOrDefaultAsync(count => count.OrganizationId == organization.Value, cancellationToken));

    /// <summary>Begins another count.</summary>
    public async Task<Result> BeginAsync(OrganizationId organization, Person by)
    {
        var now = time.GetUtcNow();
        var begun = await TryAsync(async context =>
        {
            var before = await context.SecondFactorCounts.SingleOrDefaultAsync(count => count.OrganizationId == organization.Value);
            if (before is not null)
            {
                // The last count's number stands in for the number of members until Logto has said it.
                (before.Run, before.State, before.Reason, before.StartedById, before.StartedByName) = (Guid.NewGuid().ToString("N"), CountStates.Running, null, by.Id.Value, by.Name);
                (before.StartedAt, before.EndedAt, before.ChangedAt, before.WaitUntil) = (now, null, now, null);
                (before.NextPage, before.Seen, before.Without, before.Passkeys) = (1, 0, 0, 0);
            }
            else
            {
                context.Add(new SecondFactorCount
                {
                    OrganizationId = organization.Value, Run = Guid.NewGuid().ToString("N"), State = CountStates.Running, StartedById = by.Id.Value, StartedByName = by.Name,
                    StartedAt = now, ChangedAt = now, NextPage = 1, Total = 0, Seen = 0, Without = 0, Passkeys = 0,
                });
            }

            return await context.SaveChangesAsync();
        });
        return begun.IsFailure ? begun.Failure : Result.Done;
    }

    /// <summary>Adds a page, unless the count was ended meanwhile.</summary>
    /// <returns>Whether it was added.</returns>
    public Task<Result<bool>> AddPageAsync(SecondFactorCount count, PageTally page) => TryAsync(async context =>
    {
        var position = count.Without;
        foreach (var person in page.Without.Take(Math.Max(0, PeopleWithout.MostKept - position)))
        {
            position++;
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SecondFactorGaps" ("OrganizationId", "UserId", "Run", "Position") VALUES ({count.OrganizationId}, {person.Value}, {count.Run}, {position})
                ON CONFLICT ("OrganizationId", "UserId") DO UPDATE SET "Run" = excluded."Run", "Position" = excluded."Position"
                """);
        }

        var now = time.GetUtcNow();
        var added = await Running(context, count).Where(one => one.NextPage == count.NextPage).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.NextPage, count.NextPage + 1)
            .SetProperty(one => one.Total, page.Total)
            .SetProperty(one => one.Seen, count.Seen + page.Seen)
            .SetProperty(one => one.Without, count.Without + page.Without.Count)
            .SetProperty(one => one.Passkeys, count.Passkeys + page.Passkeys)
            .SetProperty(one => one.WaitUntil, (DateTimeOffset?)null)
            .SetProperty(one => one.Reason, (string?)null)
            .SetProperty(one => one.ChangedAt, now));
        return added == 1;
    });

    /// <summary>Has it wait.</summary>
    public Task<Result<int>> WaitAsync(SecondFactorCount count, DateTimeOffset until, string reason)
    {
        var now = time.GetUtcNow();
        return TryAsync(context => Running(context, count).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.WaitUntil, until).SetProperty(one => one.Reason, reason).SetProperty(one => one.ChangedAt, now)));
    }

    /// <summary>Ends it, and forgets whom earlier counts had found.</summary>
    /// <returns>Whether it was still under way.</returns>
    public Task<Result<bool>> EndAsync(SecondFactorCount count, string state, string? reason = null) => TryAsync(async context =>
    {
        var now = time.GetUtcNow();
        var ended = await Running(context, count).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, state).SetProperty(one => one.Reason, reason).SetProperty(one => one.WaitUntil, (DateTimeOffset?)null)
            .SetProperty(one => one.EndedAt, now).SetProperty(one => one.ChangedAt, now));
        if (ended == 1)
        {
            await context.SecondFactorGaps.Where(gap => gap.OrganizationId == count.OrganizationId && gap.Run != count.Run).ExecuteDeleteAsync();
        }

        return ended == 1;
    });

    /// <summary>Those that should go on and did not for a while: their work was lost, or its node was.</summary>
    public Task<Result<IReadOnlyList<string>>> ListStalledAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - silence;
        return TryAsync<IReadOnlyList<string>>(async context => await context.SecondFactorCounts
            .Where(count => count.State == CountStates.Running && count.ChangedAt < before).OrderBy(count => count.ChangedAt).Select(count => count.OrganizationId).Take(100).ToListAsync(cancellationToken));
    }

    /// <summary>Forgets counts that are too old, with whom they found.</summary>
    public Task<Result<int>> ForgetOldAsync()
    {
        var before = time.GetUtcNow() - Kept;
        return TryAsync(async context =>
        {
            var old = context.SecondFactorCounts.Where(count => count.State != CountStates.Running && count.ChangedAt < before);
            await context.SecondFactorGaps.Where(gap => old.Any(count => count.OrganizationId == gap.OrganizationId)).ExecuteDeleteAsync();
            return await old.ExecuteDeleteAsync();
        });
    }

    /// <summary>A page of those who have none, in the order in which they were found; how many are kept; and how many of them may be reminded.</summary>
    public Task<Result<(IReadOnlyList<SecondFactorGap> Gaps, int Kept, int Remindable)>> ListGapsAsync(SecondFactorCount count, PageRequest page, CancellationToken cancellationToken) =>
        TryAsync<(IReadOnlyList<SecondFactorGap>, int, int)>(async context =>
        {
            var all = Gaps(context, count);
            return (
                await all.OrderBy(gap => gap.Position).Skip((int)Math.Min(int.MaxValue, (page.Number - 1L) * page.Size)).Take(page.Size).ToListAsync(cancellationToken),
                await all.CountAsync(cancellationToken),
                await Remindable(all).CountAsync(cancellationToken));
        });

    /// <summary>Who of these may be reminded now; of all that are kept when left out.</summary>
    public Task<Result<IReadOnlyList<UserId>>> ListRemindableAsync(SecondFactorCount count, IReadOnlyList<UserId>? people)
    {
        var wanted = people?.Select(person => person.Value).ToList();
        return TryAsync<IReadOnlyList<UserId>>(async context =>
            [.. (await Remindable(Gaps(context, count)).Where(gap => wanted == null || wanted.Contains(gap.UserId)).OrderBy(gap => gap.Position).Select(gap => gap.UserId).ToListAsync())
                .Select(id => UserId.Parse(id, null))]);
    }

    /// <summary>They are reminded now.</summary>
    public Task<Result<int>> MarkRemindedAsync(OrganizationId organization, IReadOnlyList<UserId> people)
    {
        var (ids, now) = (people.Select(person => person.Value).ToList(), time.GetUtcNow());
        return TryAsync(context => context.SecondFactorGaps.Where(gap => gap.OrganizationId == organization.Value && ids.Contains(gap.UserId))
            .ExecuteUpdateAsync(set => set.SetProperty(gap => gap.RemindedAt, now)));
    }

    /// <summary>They are no members any more.</summary>
    public Task<Result<int>> ForgetAsync(OrganizationId organization, IReadOnlyList<UserId> people)
    {
        var ids = people.Select(person => person.Value).ToList();
        return TryAsync(context => context.SecondFactorGaps.Where(gap => gap.OrganizationId == organization.Value && ids.Contains(gap.UserId)).ExecuteDeleteAsync());
    }

    private static IQueryable<SecondFactorCount> Running(PortalDbContext context, SecondFactorCount count) =>
        context.SecondFactorCounts.Where(one => one.OrganizationId == count.OrganizationId && one.Run == count.Run && one.State == CountStates.Running);

    private static IQueryable<SecondFactorGap> Gaps(PortalDbContext context, SecondFactorCount count) =>
        context.SecondFactorGaps.AsNoTracking().Where(gap => gap.OrganizationId == count.OrganizationId && gap.Run == count.Run);

    private IQueryable<SecondFactorGap> Remindable(IQueryable<SecondFactorGap> gaps)
    {
        var before = time.GetUtcNow() - BetweenReminders;
        return gaps.Where(gap => gap.RemindedAt == null || gap.RemindedAt < before);
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write who has a second factor.")]
    private partial void StoreFailed(Exception exception);
}
