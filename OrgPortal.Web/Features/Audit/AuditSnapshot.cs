using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit;

/// <summary>What the audit page shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose log.</param>
/// <param name="Url">The page's URL: which part of it.</param>
/// <param name="Rows">The records, newest first.</param>
/// <param name="Next">Where older ones go on, as it stands in a URL.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record AuditSnapshot(OrganizationId Organization, string Url, IReadOnlyList<AuditRow> Rows, string? Next, DateTimeOffset ReadAt);
