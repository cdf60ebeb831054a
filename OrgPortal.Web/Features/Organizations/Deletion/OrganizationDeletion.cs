using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>
/// Deletes organizations: at once, or after a hold in which they can be restored. A hold is one row in the store, and Logto is not told of it: so it cannot be half made, and
/// restoring cannot bring back half. Whoever calls has checked the permission; it is asked for again inside the lock.
/// </summary>
internal sealed class OrganizationDeletion(
    OrganizationChanges changes,
    OrganizationHolds holds,
    CreationJournal journal,
    DeletionNews news,
    IOrganizationGuard guard,
    ICurrentUser currentUser,
    ActingPerson acting,
    IOrganizationsClient organizations,
    IOrganizationMembersClient members,
    IOrganizationLocks locks,
    IOptions<DeletionOptions> options,
    TimeProvider time)
{
    /// <summary>After a try that failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Until when an organization that is deleted now could be restored; <see langword="null"/> where it is gone at once.</summary>
    public DateTimeOffset? RestorableUntil => options.Value.Hold == TimeSpan.Zero
        ? null
        // As exactly as the store keeps it: what is said is what holds.
        : DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + options.Value.Hold).ToUnixTimeMilliseconds());

    public async Task<Result<DateTimeOffset?>> DeleteAsync(OrganizationId organization, string typedName)
    {
        var until = RestorableUntil;
        var deleted = await changes.InTurnAsync(organization, () => guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteOrganization), before =>
        {
            var act = ActOf(AuditActions.DeleteOrganization, before, new OrganizationProfileForm(before.Name, before.Description), until is null ? null : new { restorableUntil = until });
            return typedName != before.Name ? changes.RefuseAsync(act, new Refused(RefusalReasons.NameMismatch, before.Name))
                : until is { } day ? CloseAsync(act, before, day)
                : changes.ActAsync(act, new OrganizationDeleted(organization), () => RemoveAsync(organization));
        });
        if (deleted.IsFailure)
        {
            return deleted.Failure;
        }

        if (until is { } told)
        {
            // Outside the lock.
            await news.TellDeletedAsync(organization, (await currentUser.GetAsync())!, told);
        }

        return Result.Of(until);
    }

    public async Task<Result> RestoreAsync(OrganizationId organization)
    {
        var restored = await changes.InTurnAsync(organization, () => guard.DenyUnlessHeldAsync(organization, OrganizationPermissions.DeleteOrganization), async before =>
        {
            var found = await holds.FindRowAsync(organization);
            if (found.IsFailure || found.Value is not { } row)
            {
                return found.Failure ?? new NotFound();
            }

            var act = ActOf(AuditActions.RestoreOrganization, before, new { restorableUntil = row.RestorableUntil }, null);
            return row.RestorableUntil <= time.GetUtcNow()
                ? await changes.RefuseAsync(act, new Refused(RefusalReasons.TooLateToUndo))
                : await changes.ActAsync(act, new OrganizationChanged(organization), () => holds.EndAsync(organization));
        });
        if (!restored.IsFailure)
        {
            await news.TellRestoredAsync(organization, (await currentUser.GetAsync())!);
        }

        return restored;
    }

    /// <summary>
    /// Removes an organization from Logto whose time has come, in a scope of its own. It is done for whoever deleted it, and not asked about again: that person was allowed to, and
    /// whoever did not want it had the time to restore it.
    /// </summary>
    public async Task FinishAsync(HeldOrganization due)
    {
        // Of two nodes one goes on; and what fails is tried again.
        if (!await holds.PostponeAsync(due, time.GetUtcNow() + Again))
        {
            return;
        }

        var organization = OrganizationId.Parse(due.OrganizationId, null);
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return;
        }

        await using var _ = held.Value;
        var now = await holds.FindRowAsync(organization);
        if (now.IsFailure || now.Value is not { } row || row.RestorableUntil > time.GetUtcNow())
        {
            // Restored while this waited.
            return;
        }

        acting.ActFor(new Person(UserId.Parse(row.DeletedById, null), row.DeletedByName, null, null, null));
        var act = new AuditAct(AuditActions.RemoveOrganization, organization, "organization", row.OrganizationId, row.Name, new { deletedAt = row.DeletedAt });
        await changes.ActAsync(act, new OrganizationDeleted(organization), () => RemoveHeldAsync(organization));
    }

    private static AuditAct ActOf(string action, Organization organization, object? before, object? after) =>
        new(action, organization.Id, "organization", organization.Id.Value, organization.Name, before, after);

    private async Task<Result> CloseAsync(AuditAct act, Organization organization, DateTimeOffset until)
    {
        // A page of one is enough: the total comes with it.
        var counted = await members.ListAsync(organization.Id, new PageRequest(1, 1)).ToResultAsync();
        if (counted.IsFailure)
        {
            return counted.Failure;
        }

        var person = (await currentUser.GetAsync())!;
        return await changes.ActAsync(act, new OrganizationDeleted(organization.Id), () => holds.BeginAsync(new HeldOrganization
        {
            OrganizationId = organization.Id.Value,
            Name = organization.Name,
            Members = counted.Value.TotalCount,
            DeletedAt = time.GetUtcNow(),
            DeletedById = person.Id.Value,
            DeletedByName = person.Name,
            RestorableUntil = until,
            DueAt = until,
        }));
    }

    private async Task<Result> RemoveAsync(OrganizationId organization)
    {
        var deleted = await organizations.DeleteAsync(organization).ToResultAsync();
        if (!deleted.IsFailure)
        {
            await journal.EndAsync(organization);
        }

        return deleted;
    }

    private async Task<Result> RemoveHeldAsync(OrganizationId organization)
    {
        var deleted = await organizations.DeleteAsync(organization).ToResultAsync();
        if (deleted.Failure is not (null or NotFound))
        {
            return deleted;
        }

        // An answer that was lost the last time, or somebody in Logto's console: gone is gone. The row stays until the rest is cleared away.
        return await journal.EndAsync(organization) ? await holds.EndAsync(organization) : new Unavailable();
    }
}
