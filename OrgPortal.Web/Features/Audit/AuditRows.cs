namespace OrgPortal.Web.Features.Audit;

/// <summary>A page of the trail.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where older ones go on; <see langword="null"/> when there are none.</param>
public sealed record AuditRows(IReadOnlyList<AuditRow> Rows, AuditPosition? Next);
