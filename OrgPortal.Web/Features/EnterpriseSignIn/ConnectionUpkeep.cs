using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Finishes what was broken off while a connection was made or deleted, deletes those that nobody goes on setting up and those of organizations that are gone, and takes domains away that the organization
/// has no more.
/// </summary>
internal sealed partial class ConnectionUpkeep(
    ConnectionStore store,
    ConnectionEnding ending,
    OwnDomains domains,
    ConnectionRoutes routes,
    IOrganizationsClient organizations,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time,
    ILogger<ConnectionUpkeep> logger) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "connections.upkeep";

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>What is half done for longer than this was broken off: its calls are bounded well below it.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(4);

    /// <summary>A set-up that nobody goes on with for so long is given up.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(30);

    private const int MostAtOnce = 50;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var broken = await store.ListUnfinishedAsync(now - BrokenOffAfter, now - AbandonedAfter, MostAtOnce, cancellationToken);
        foreach (var row in broken.IsFailure ? [] : broken.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await UnderLockAsync(row, FinishAsync);
        }

        var due = await store.ListDueAsync(now, MostAtOnce, cancellationToken);
        foreach (var row in due.IsFailure ? [] : due.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await UnderLockAsync(row, LookAsync);
        }
    }

    // Inside the lock it is read again: somebody may have been faster.
    private async Task UnderLockAsync(OrganizationConnector seen, Func<OrganizationConnector, Task> act)
    {
        var held = await locks.HoldAsync(seen.Organization());
        if (held.IsFailure)
        {
            return;
        }

        await using var lease = held.Value;
        var now = await store.FindAsync(seen.Organization(), seen.Id);
        if (!now.IsFailure && now.Value.State == seen.State && now.Value.ChangedAt == seen.ChangedAt)
        {
            await act(now.Value);
        }
    }

    private async Task FinishAsync(OrganizationConnector row)
    {
        var done = await ending.EndAsync(row);
        Finished(!done.IsFailure);
        if (!done.IsFailure)
        {
            events.Publish(new ConnectionsChanged(row.Organization()));
        }
    }

    private async Task LookAsync(OrganizationConnector row)
    {
        var organization = await organizations.GetAsync(row.Organization()).ToResultAsync();
        if (organization.Failure is NotFound)
        {
            await FinishAsync(row);
            return;
        }

        row.NextLookAt = time.GetUtcNow() + BetweenLooks;
        await store.SaveAsync(row);
        var chosen = row.DomainNames();
        var verified = await domains.FindVerifiedAsync(row.Organization(), chosen);
        if (row.State == ConnectionStates.Active && !verified.IsFailure && verified.Value.Count < chosen.Count)
        {
            await TakeAwayAsync(row, verified.Value);
        }
    }

    // A domain that somebody else may have next must not lead to this organization's identity provider.
    private async Task TakeAwayAsync(OrganizationConnector row, IReadOnlyList<string> left)
    {
        var begun = await audit.BeginAsync(ConnectionActs.Of(AuditActions.ChangeConnectionDomains, row, new { domains = row.DomainNames() }, new { domains = left }));
        if (begun.IsFailure)
        {
            return;
        }

        await using var intent = begun.Value;
        var taken = left.Count == 0 ? await ending.CloseAsync(row) : await routes.SetAsync(row, left);
        if (!taken.IsFailure)
        {
            (row.Domains, row.ChangedAt) = (ConnectionStates.Join(left), time.GetUtcNow());
            row.State = left.Count == 0 ? ConnectionStates.Draft : row.State;
            taken = await store.SaveAsync(row);
        }

        await intent.CompleteAsync(taken.Failure);
        events.Publish(new ConnectionsChanged(row.Organization()));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to an identity provider was half made, half deleted or given up, or its organization is gone. Nothing of it is left: {Done}.")]
    private partial void Finished(bool done);
}
