using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Ends invitations and deletes their records. The callers have asked for the permission and the organization, and hold its lock.</summary>
internal sealed class InvitationEnding(IOrganizationInvitationsClient invitations, InvitationTokens tokens, InvitationLetters letters, IAuditTrail audit, IOrganizationEvents events)
{
    public async Task<Result> RevokeAsync(OrganizationInvitation open)
    {
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.RevokeInvitation, open.OrganizationId, open));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var revoked = await invitations.RevokeAsync(open.Id)
            .ToResultAsync(code => code == "request.invalid_input" ? new Refused(RefusalReasons.InvitationEnded) : null);
        var failure = revoked.Failure is null or Refused ? await LookAgainAsync(open, revoked.Failure) : revoked.Failure;
        await entry.CompleteAsync(failure);
        events.Publish(new InvitationsChanged(open.OrganizationId));
        return failure is null ? Result.Done : failure;
    }

    public async Task<Result> DeleteAsync(OrganizationInvitation ended)
    {
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.DeleteInvitation, ended.OrganizationId, ended));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var deleted = await invitations.DeleteAsync(ended.Id).ToResultAsync();
        await entry.CompleteAsync(deleted.Failure);
        if (!deleted.IsFailure)
        {
            await tokens.EndAllAsync(ended, ReasonOf(ended));
            await letters.ForgetAsync(ended.Id);
            events.Publish(new InvitationsChanged(ended.OrganizationId));
        }

        return deleted;
    }

    // Logto looks at the status before its transaction: somebody who accepts past the portal at the same moment becomes a member
    // all the same. The portal's own acceptances wait for the lock.
    private async Task<Failure?> LookAgainAsync(OrganizationInvitation revoked, Failure? failure)
    {
        var now = await invitations.GetAsync(revoked.Id).ToResultAsync();
        var hasJoined = now is { IsFailure: false, Value: { AcceptedUserId: not null } or { Status: InvitationStatuses.Accepted } };
        await tokens.EndAllAsync(revoked, hasJoined ? InvitationEnds.Accepted : InvitationEnds.Revoked);
        if (!hasJoined)
        {
            return failure;
        }

        events.Publish(new MembersChanged(revoked.OrganizationId, now.Value.AcceptedUserId));
        return new Refused(RefusalReasons.AcceptedMeanwhile, revoked.Invitee);
    }

    private static string ReasonOf(OrganizationInvitation ended) => ended.Status switch
    {
        InvitationStatuses.Accepted => InvitationEnds.Accepted,
        InvitationStatuses.Expired => InvitationEnds.Expired,
        _ => InvitationEnds.Revoked,
    };
}
