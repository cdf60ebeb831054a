using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>An organization of the signed-in person.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="RoleNames">The person's roles there, by name; may be none.</param>
/// <param name="Hold">That it was deleted, and the person may restore it; nothing for every other.</param>
public sealed record MyOrganization(OrganizationId Id, string Name, string? Description, string? LogoUrl, IReadOnlyList<string> RoleNames, OrganizationHold? Hold = null);
