using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Visits;

/// <summary>Puts on record that a visit is over whose operator did not leave. It allowed nothing any more since its end: this only says so.</summary>
internal sealed class VisitUpkeep(OperatorVisits visits, IServiceScopeFactory scopes) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "visits.end";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await visits.ListDueAsync(AtOnce, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<VisitEnding>().RunAsync(due);
        }
    }
}
