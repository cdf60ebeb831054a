namespace OrgPortal.Web.Scheduling;

/// <summary>
/// Work that was asked for once and is done to its end, through restarts and on whichever node runs. Registered with
/// <see cref="SchedulingServiceCollectionExtensions.AddDurableWork{TWork}"/>, asked for with <see cref="IWorkStarter"/>; made anew for each
/// turn, in a scope of its own.
/// </summary>
/// <remarks>
/// The process may be killed at any moment, and then the same id is run again: work keeps a journal of its own and looks at it first.
/// What one id means is run by one node at a time.
/// </remarks>
public interface IDurableWork
{
    /// <summary>Goes on with the work.</summary>
    /// <param name="id">What it was asked for with.</param>
    /// <param name="cancellationToken">Cancelled when the portal stops. Work that ends by throwing it is run again, by another node or after the restart.</param>
    /// <returns>
    /// After how long it wants to go on, or <see langword="null"/> when there is nothing left to do. Zero lets others have a turn.
    /// Work that throws is run again, after seconds first and minutes later.
    /// </returns>
    Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken);
}
