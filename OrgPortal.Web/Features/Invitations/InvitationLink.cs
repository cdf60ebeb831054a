using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>A link that was given out once.</summary>
/// <param name="Token">What the store knows about it.</param>
internal sealed record InvitationLink(InvitationToken Token)
{
    /// <summary>The invitation that it leads to: its own, or the one that took its place.</summary>
    public InvitationId Invitation => InvitationId.Parse(Token.ReplacedByInvitationId ?? Token.InvitationId, null);

    /// <summary>Who made it.</summary>
    public UserId? Maker => UserId.TryParse(Token.CreatedById, null, out var maker) ? maker : null;

    /// <summary>Whether it was declined by its bearer.</summary>
    public bool WasDeclined => Token.EndedBecause == InvitationEnds.Declined;

    /// <summary>Whether the invitation may be answered with it: both are alive.</summary>
    public bool IsOpen(OrganizationInvitation invitation) => Token.EndedAt is null && invitation.Status == InvitationStatuses.Pending;

    /// <summary>Whether the link was made for this invitation's organization and address.</summary>
    public bool IsBoundTo(OrganizationInvitation invitation) =>
        invitation.OrganizationId.Value == Token.OrganizationId && EmailAddress.AreSame(invitation.Invitee, Token.Invitee);
}
