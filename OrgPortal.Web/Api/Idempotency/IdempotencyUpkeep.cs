using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>Removes keys that are older than a day.</summary>
internal sealed class IdempotencyUpkeep(IdempotencyStore store) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "api.idempotency";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellationToken) => store.RemoveOldAsync(cancellationToken);
}
