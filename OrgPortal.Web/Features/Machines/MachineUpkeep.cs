using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>
/// Finishes what was broken off while a machine was made or deleted, deletes the machines of organizations that are gone, and tells administrators of secrets
/// that end soon.
/// </summary>
internal sealed partial class MachineUpkeep(
    MachineStore store,
    MachineEnding ending,
    IApplicationsClient applications,
    IOrganizationsClient organizations,
    IOrganizationLocks locks,
    IOrganizationEvents events,
    INotices notices,
    TimeProvider time,
    ILogger<MachineUpkeep> logger) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "machines.upkeep";

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>What is half done for longer than this was broken off: its calls are bounded well below it.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(4);

    private const int MostAtOnce = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var broken = await store.ListUnfinishedAsync(time.GetUtcNow() - BrokenOffAfter, MostAtOnce, cancellationToken);
        foreach (var row in broken.IsFailure ? [] : broken.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await UnderLockAsync(row, FinishAsync);
        }

        var due = await store.ListDueAsync(time.GetUtcNow(), MostAtOnce, cancellationToken);
        foreach (var row in due.IsFailure ? [] : due.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await UnderLockAsync(row, LookAsync);
            await TellAsync(row);
        }
    }

    // Inside the lock it is read again: somebody may have been faster.
    private async Task UnderLockAsync(OrganizationMachine seen, Func<OrganizationMachine, Task> act)
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

    private async Task FinishAsync(OrganizationMachine row)
    {
        var done = await ending.EndAsync(row);
        Finished(done.Failure is null);
        if (!done.IsFailure)
        {
            events.Publish(new MachinesChanged(row.Organization()));
        }
    }

    private async Task LookAsync(OrganizationMachine row)
    {
        var organization = await organizations.GetAsync(row.Organization()).ToResultAsync();
        if (organization.Failure is NotFound)
        {
            await FinishAsync(row);
            return;
        }

        row.NextLookAt = time.GetUtcNow() + MachineMaking.BetweenLooks;
        if (MachineTerm.StateOf(row.SecretEndsAt, time.GetUtcNow()) != MachineSecretState.Valid
            && await applications.ListSecretsAsync(row.ApplicationId!).ToResultAsync() is { IsFailure: false, Value: var known })
        {
            row.SecretEndsAt = MachineTerm.NextEndOf(known, time.GetUtcNow());
        }

        await store.SaveAsync(row);
    }

    // Outside of the lock, of what stands there now.
    private async Task TellAsync(OrganizationMachine seen)
    {
        var now = await store.FindAsync(seen.Organization(), seen.Id);
        if (now is { IsFailure: false, Value: { State: MachineStates.Active, SecretEndsAt: { } end } row } && MachineTerm.StateOf(end, time.GetUtcNow()) == MachineSecretState.EndingSoon)
        {
            await notices.TellAdministratorsAsync(new Notice(NoticeKinds.MachineSecretEnding, row.Organization(), new NoticeFacts { Address = row.Name, Date = end, Page = $"settings/machines/{row.Id}" })
            {
                Once = $"{NoticeKinds.MachineSecretEnding}:{row.Id}:{end.ToUnixTimeSeconds()}",
            });
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A machine was half made or half deleted, or its organization is gone. Nothing of it is left: {Done}.")]
    private partial void Finished(bool done);
}
