using OrgPortal.Web.Features.Audit;

namespace OrgPortal.Web.Features.Overview;

/// <summary>What happened last.</summary>
/// <param name="Rows">Newest first.</param>
public sealed record OverviewActivity(IReadOnlyList<AuditRow> Rows);
