using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>An organization of the signed-in person.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="RoleNames">The person's roles there, by name; may be none.</param>
public sealed record MyOrganization(OrganizationId Id, string Name, string? Description, string? LogoUrl, IReadOnlyList<string> RoleNames);
