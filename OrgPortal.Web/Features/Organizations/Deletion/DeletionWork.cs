using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>Removes organizations for good whose time has come. What came while no node ran is found in the first round after it.</summary>
internal sealed class DeletionWork(OrganizationHolds holds, IServiceScopeFactory scopes) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "organization.remove";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await holds.ListDueAsync(AtOnce, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Each acts for somebody else.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OrganizationDeletion>().FinishAsync(due);
        }
    }
}
