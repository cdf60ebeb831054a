using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What every member may know of the organization.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="Brand">All of its look.</param>
/// <param name="Fields">The deployer's custom fields that the person may see, by key; <see langword="null"/> for what is not filled in.</param>
public sealed record OrganizationSummary(OrganizationId Id, string Name, string? Description, string? LogoUrl, OrganizationBrand? Brand = null, IReadOnlyDictionary<string, string?>? Fields = null);
