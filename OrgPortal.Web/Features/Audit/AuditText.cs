namespace OrgPortal.Web.Features.Audit;

/// <summary>The words of the audit log, in <c>AuditText.resx</c> and its translations.</summary>
public sealed class AuditText;
