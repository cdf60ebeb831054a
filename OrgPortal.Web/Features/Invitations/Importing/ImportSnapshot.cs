using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What the page of an import shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose import.</param>
/// <param name="Import">Which.</param>
/// <param name="Query">Which rows.</param>
/// <param name="Progress">How far it is, with the rows.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record ImportSnapshot(OrganizationId Organization, Guid Import, ImportQuery Query, ImportProgress Progress, DateTimeOffset ReadAt);
