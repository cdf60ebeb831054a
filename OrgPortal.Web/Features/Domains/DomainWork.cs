using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Looks again at the domains that are due.</summary>
internal sealed class DomainWork(DomainRechecks rechecks) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "domains.recheck";

    public async Task RunAsync(CancellationToken cancellationToken) => await rechecks.RecheckDueAsync(cancellationToken);
}
