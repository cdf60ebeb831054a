using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a link offers, for whoever holds it.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="Roles">What it gives.</param>
/// <param name="Domains">Whose addresses may use it, as people write them; empty for anybody.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="PrimaryColor">The organization's colour, <c>#rrggbb</c>.</param>
/// <param name="DarkPrimaryColor">The same on dark ground.</param>
public sealed record JoinOffer(
    OrganizationId Organization,
    string OrganizationName,
    string? LogoUrl,
    IReadOnlyList<OfferedRole> Roles,
    IReadOnlyList<string> Domains,
    DateTimeOffset ExpiresAt,
    string? PrimaryColor = null,
    string? DarkPrimaryColor = null);
