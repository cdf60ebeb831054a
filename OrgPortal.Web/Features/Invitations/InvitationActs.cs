using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Acts on invitations, as they go on record.</summary>
internal static class InvitationActs
{
    /// <summary>What acts are done to.</summary>
    public const string Kind = "invitation";

    /// <summary>An act on an invitation that exists, or on none yet.</summary>
    public static AuditAct Of(string action, OrganizationId organization, OrganizationInvitation? invitation) =>
        new(action, organization, Kind, invitation?.Id.Value, invitation?.Invitee, Before: invitation is null ? null : new { status = invitation.Status });

    /// <summary>An invitation that is about to be made.</summary>
    /// <param name="action">Created, or renewed.</param>
    /// <param name="draft">What is asked of Logto.</param>
    /// <param name="roles">What the roles asked for are called.</param>
    /// <param name="renewed">The expired invitation that it takes the place of.</param>
    public static AuditAct Making(string action, NewInvitation draft, IReadOnlyList<string> roles, OrganizationInvitation? renewed) =>
        new(
            action,
            draft.OrganizationId,
            Kind,
            TargetName: draft.Invitee,
            Before: renewed is null ? null : new { invitation = renewed.Id.Value, status = renewed.Status },
            After: new { roles, expiresAt = draft.ExpiresAt });
}
