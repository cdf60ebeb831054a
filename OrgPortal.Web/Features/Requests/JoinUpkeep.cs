using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Ends what nobody answered, clears up approvals that were broken off, and forgets what ended long ago.</summary>
internal sealed class JoinUpkeep(RequestStore store, IOrganizationMembersClient members, IOrganizationLocks locks, IOrganizationEvents events, TimeProvider time)
{
    private const int MostAtOnce = 100;

    /// <summary>An approval that is older and has not ended was broken off: its calls are bounded well below it.</summary>
    private static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(2);

    /// <summary>How long requests that ended are kept for the administrators; the audit trail has them longer.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>Once, for all organizations. What fails is tried again the next time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expired = await store.ListExpiredAsync(now, MostAtOnce);
        foreach (var row in expired.IsFailure ? [] : expired.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!(await store.MoveAsync(row, RequestStates.Expired, now)).IsFailure)
            {
                events.Publish(new JoinRequestsChanged(OrganizationId.Parse(row.OrganizationId, null), UserId.Parse(row.UserId, null)));
            }
        }

        var broken = await store.ListBrokenOffAsync(now - BrokenOffAfter, MostAtOnce);
        foreach (var row in broken.IsFailure ? [] : broken.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ClearUpUnderLockAsync(row);
        }

        await store.ForgetAsync(now - Kept);
    }

    /// <summary>
    /// Finds out what became of an approval that was broken off, inside the organization's lock: with a role the person has become a member; without one, or not
    /// at all, it is taken back and the request waits again.
    /// </summary>
    public async Task<Result> ClearUpAsync(OrganizationId organization, JoinRequest row)
    {
        var roles = await members.ListRolesAsync(organization, UserId.Parse(row.UserId, null)).ToResultAsync();
        if (roles.IsFailure && roles.Failure is not NotFound)
        {
            return roles.Failure;
        }

        return roles is { IsFailure: false, Value.Count: > 0 } ? await store.MoveAsync(row, RequestStates.Approved, time.GetUtcNow()) : await UndoAsync(organization, row);
    }

    /// <summary>Takes a membership back that was given a moment ago and has not become whole; the request waits again.</summary>
    public async Task<Result> UndoAsync(OrganizationId organization, JoinRequest row)
    {
        var removed = await members.RemoveAsync(organization, UserId.Parse(row.UserId, null)).ToResultAsync();
        if (removed.IsFailure && removed.Failure is not NotFound)
        {
            return removed.Failure;
        }

        (row.AnsweredById, row.AnsweredByName) = (null, null);
        return await store.MoveAsync(row, RequestStates.Open, time.GetUtcNow());
    }

    private async Task ClearUpUnderLockAsync(JoinRequest row)
    {
        var organization = OrganizationId.Parse(row.OrganizationId, null);
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return;
        }

        // Inside the lock it is read again: somebody may have answered meanwhile.
        await using var lease = held.Value;
        var found = await store.FindAsync(organization, row.Id);
        if (found is { IsFailure: false, Value: { State: RequestStates.Approving, ClosedAt: null } broken } && !(await ClearUpAsync(organization, broken)).IsFailure)
        {
            var asker = UserId.Parse(row.UserId, null);
            events.Publish(new MembersChanged(organization, asker));
            events.Publish(new JoinRequestsChanged(organization, asker));
        }
    }
}
