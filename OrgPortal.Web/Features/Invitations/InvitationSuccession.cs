using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What becomes of open invitations when whoever sent them goes, and how a revocation is taken back. The callers have asked for the permission and the organization.</summary>
internal sealed class InvitationSuccession(
    IOrganizationInvitationsClient invitations,
    InvitationAccess access,
    InvitationWriter writer,
    InvitationTokens tokens,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    /// <summary>How long a revocation can be taken back: an undo, not a way to revive links that were given up.</summary>
    private static readonly TimeSpan UndoneWithin = TimeSpan.FromMinutes(10);

    /// <summary>The open invitations that somebody has sent, as Logto has them now.</summary>
    public async Task<Result<IReadOnlyList<OrganizationInvitation>>> ListOpenAsync(OrganizationId organization, UserId inviter)
    {
        var all = await invitations.ListByOrganizationAsync(organization).ToResultAsync();
        return all.IsFailure
            ? all.Failure
            : Result.Of<IReadOnlyList<OrganizationInvitation>>([.. all.Value.Where(invitation => invitation.InviterId == inviter && invitation.Status == InvitationStatuses.Pending)]);
    }

    /// <summary>The actor vouches for them, by every link that lives. One entry in the trail for all of them.</summary>
    public async Task<Result<InvitationsHandled>> TakeOverAsync(OrganizationId organization, Person actor, UserId inviter, IReadOnlyList<OrganizationInvitation> open)
    {
        var within = new List<OrganizationInvitation>();
        foreach (var alike in open.GroupBy(invitation => string.Join(' ', invitation.OrganizationRoles.Select(role => role.Id.Value).Order(StringComparer.Ordinal))))
        {
            // Once for all that grant the same.
            var roles = alike.First().OrganizationRoles.Select(role => role.Id).ToList();
            if (await access.RefuseRolesAsync(organization, actor, roles, AuditActions.TakeOverInvitation, alike.First()) is null)
            {
                within.AddRange(alike);
            }
        }

        if (within.Count == 0)
        {
            return new InvitationsHandled(0, open.Count);
        }

        var begun = await audit.BeginAsync(new AuditAct(AuditActions.TakeOverInvitation, organization, "member", inviter.Value, Before: new { inviter = inviter.Value }, After: new { count = within.Count }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var taken = await tokens.VouchAsync(organization, within.ConvertAll(invitation => invitation.Id), InvitationMaker.Of(actor));
        await entry.CompleteAsync(taken.Failure);
        events.Publish(new InvitationsChanged(organization));
        return taken.IsFailure ? taken.Failure : new InvitationsHandled(within.Count, open.Count - within.Count);
    }

    /// <summary>A new invitation in place of one that was revoked a moment ago. The caller holds the organization's lock.</summary>
    public async Task<Result> RestoreAsync(Person actor, OrganizationInvitation revoked)
    {
        var declined = await tokens.ListDeclinedAsync(revoked.OrganizationId);
        if (declined.IsFailure)
        {
            return declined.Failure;
        }

        var now = time.GetUtcNow();
        if (revoked.Status != InvitationStatuses.Revoked || declined.Value.ContainsKey(revoked.Id.Value) || revoked.ExpiresAt <= now)
        {
            return new Refused(revoked.Status == InvitationStatuses.Pending ? RefusalReasons.InvitationOpen : RefusalReasons.InvitationEnded);
        }

        if (now - revoked.UpdatedAt > UndoneWithin)
        {
            return new Refused(RefusalReasons.TooLateToUndo);
        }

        if (await access.RefuseRolesAsync(revoked.OrganizationId, actor, [.. revoked.OrganizationRoles.Select(role => role.Id)], AuditActions.RestoreInvitation, revoked) is { } refused)
        {
            return refused;
        }

        var restored = await writer.RestoreAsync(revoked, actor);
        if (restored.IsFailure)
        {
            return restored.Failure;
        }

        var moved = await tokens.MoveAsync(revoked, restored.Value.Id);
        // The old record has no use any more. Should it stay, it can be deleted by hand.
        await invitations.DeleteAsync(revoked.Id).ToResultAsync();
        events.Publish(new InvitationsChanged(revoked.OrganizationId));
        return moved.IsFailure ? new Refused(RefusalReasons.MailNotSent) : Result.Done;
    }
}
