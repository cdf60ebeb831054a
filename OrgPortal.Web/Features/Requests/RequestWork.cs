using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Ends, clears up and forgets requests.</summary>
internal sealed class RequestWork(JoinUpkeep upkeep) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "requests.upkeep";

    public Task RunAsync(CancellationToken cancellationToken) => upkeep.RunAsync(cancellationToken);
}
