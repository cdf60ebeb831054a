using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Overview;

/// <summary>What the page shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Which organization.</param>
/// <param name="Overview">What was read.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record OverviewSnapshot(OrganizationId Organization, OrganizationOverview Overview, DateTimeOffset ReadAt);
