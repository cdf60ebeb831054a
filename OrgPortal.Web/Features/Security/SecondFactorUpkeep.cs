using System.Data.Common;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Has the days looked at that have come, and counts gone on with whose work was lost; and forgets counts that are too old. What came while no node ran is found in the first
/// round after it.
/// </summary>
internal sealed partial class SecondFactorUpkeep(SecondFactorPlans plans, SecondFactorCounts counts, IWorkStarter work, TimeProvider time, ILogger<SecondFactorUpkeep> logger) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "second_factor.upkeep";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int AtOnce = 100;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = await plans.ListDueAsync(AtOnce, cancellationToken);
        foreach (var plan in due.IsFailure ? [] : due.Value)
        {
            // Put off first: of two nodes one goes on. Work that is lost is begun again.
            if (await plans.PostponeAsync(plan, time.GetUtcNow() + Again))
            {
                await StartAsync<SecondFactorEnforcing>(plan.OrganizationId);
            }
        }

        var stalled = await counts.ListStalledAsync(Again, cancellationToken);
        foreach (var organization in stalled.IsFailure ? [] : stalled.Value)
        {
            await StartAsync<SecondFactorCounting>(organization);
        }

        await counts.ForgetOldAsync();
    }

    private async Task StartAsync<TWork>(string organization)
        where TWork : class, IDurableWork
    {
        try
        {
            await work.StartAsync<TWork>(organization);
        }
        catch (DbException exception)
        {
            NotStarted(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on second factors could not be asked for; this is tried again in a while.")]
    private partial void NotStarted(Exception exception);
}
