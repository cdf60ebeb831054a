using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What every member may know of the organization.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="Brand">All of its look.</param>
public sealed record OrganizationSummary(OrganizationId Id, string Name, string? Description, string? LogoUrl, OrganizationBrand? Brand = null);
