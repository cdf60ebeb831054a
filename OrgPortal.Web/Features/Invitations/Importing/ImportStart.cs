using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What the page shows before a file was chosen, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose imports.</param>
/// <param name="Recent">The last ones.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record ImportStart(OrganizationId Organization, IReadOnlyList<ImportSummary> Recent, DateTimeOffset ReadAt);
