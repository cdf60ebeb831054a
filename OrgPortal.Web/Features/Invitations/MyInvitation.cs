using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>An open invitation for the signed-in person's address.</summary>
/// <param name="Id">Its id in Logto.</param>
/// <param name="Organization">The organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="InviterName">Who invited; <see langword="null"/> when not known or not to be told.</param>
/// <param name="Roles">What it grants; empty when not to be told.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record MyInvitation(
    InvitationId Id,
    OrganizationId Organization,
    string OrganizationName,
    string? LogoUrl,
    string? InviterName,
    IReadOnlyList<OrganizationRoleName> Roles,
    DateTimeOffset ExpiresAt);
