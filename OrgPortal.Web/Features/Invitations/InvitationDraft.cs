using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>An invitation that is to be made.</summary>
internal sealed record InvitationDraft(
    OrganizationId Organization,
    EmailAddress Address,
    IReadOnlyList<OrganizationRoleId> Roles,
    Person Inviter,
    int? ExpiresInDays = null,
    OrganizationInvitation? Renews = null,
    Letter? Letter = null);
