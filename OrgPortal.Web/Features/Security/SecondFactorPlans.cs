using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>From when on organizations will require a second factor, in the store: Logto only knows now.</summary>
internal sealed partial class SecondFactorPlans(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<SecondFactorPlans> logger)
{
    /// <summary>The day that is set; nothing for none.</summary>
    public Task<Result<SecondFactorPlan?>> FindAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        TryAsync(context => context.SecondFactorPlans.AsNoTracking().SingleOrDefaultAsync(plan => plan.OrganizationId == organization.Value, cancellationToken));

    /// <summary>Sets the day, or another one.</summary>
    public async Task<Result> SetAsync(OrganizationId organization, DateTimeOffset from, Person by)
    {
        var set = await TryAsync(async context =>
        {
            var now = time.GetUtcNow();
            var plan = await context.SecondFactorPlans.SingleOrDefaultAsync(one => one.OrganizationId == organization.Value);
            if (plan is null)
            {
                context.Add(new SecondFactorPlan { OrganizationId = organization.Value, TakesEffectAt = from, SetById = by.Id.Value, SetByName = by.Name, SetAt = now, DueAt = from });
            }
            else
            {
                (plan.TakesEffectAt, plan.SetById, plan.SetByName, plan.SetAt, plan.DueAt) = (from, by.Id.Value, by.Name, now, from);
            }

            return await context.SaveChangesAsync();
        });
        return set.IsFailure ? set.Failure : Result.Done;
    }

    /// <summary>Takes the day away.</summary>
    public async Task<Result> RemoveAsync(OrganizationId organization)
    {
        var removed = await TryAsync(context => context.SecondFactorPlans.Where(plan => plan.OrganizationId == organization.Value).ExecuteDeleteAsync());
        return removed.IsFailure ? removed.Failure : Result.Done;
    }

    /// <summary>Those whose day has come, the longest waiting first.</summary>
    public Task<Result<IReadOnlyList<SecondFactorPlan>>> ListDueAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return TryAsync<IReadOnlyList<SecondFactorPlan>>(async context =>
            await context.SecondFactorPlans.AsNoTracking().Where(plan => plan.DueAt <= now).OrderBy(plan => plan.DueAt).Take(most).ToListAsync(cancellationToken));
    }

    /// <summary>When it is looked at again, unless somebody has set another day meanwhile.</summary>
    /// <returns>Whether it was as it was known: of two nodes one goes on.</returns>
    public async Task<bool> PostponeAsync(SecondFactorPlan known, DateTimeOffset dueAt)
    {
        var moved = await TryAsync(context => context.SecondFactorPlans
            .Where(plan => plan.OrganizationId == known.OrganizationId && plan.TakesEffectAt == known.TakesEffectAt && plan.DueAt == known.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.DueAt, dueAt)));
        return moved is { IsFailure: false, Value: 1 };
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write from when on a second factor is required.")]
    private partial void StoreFailed(Exception exception);
}
