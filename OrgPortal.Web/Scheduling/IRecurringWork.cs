namespace OrgPortal.Web.Scheduling;

/// <summary>
/// Work that comes round again and again, on one node at a time. Registered with
/// <see cref="SchedulingServiceCollectionExtensions.AddRecurringWork{TWork}"/>; made anew for each round, in a scope of its own.
/// </summary>
public interface IRecurringWork
{
    /// <summary>
    /// One round. A round that was missed, because no node ran, is made up for once. A round that throws is logged, and the next comes in its time.
    /// </summary>
    /// <param name="cancellationToken">Cancelled when the portal stops; what is left can wait for the next round.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
