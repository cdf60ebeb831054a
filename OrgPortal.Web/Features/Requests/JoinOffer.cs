using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>An organization that the person may ask to join, because they have an address of its verified domain.</summary>
/// <param name="Organization">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="LogoUrl">Its logo.</param>
/// <param name="Domain">The domain, as people write it.</param>
public sealed record JoinOffer(OrganizationId Organization, string Name, string? LogoUrl, string Domain);
