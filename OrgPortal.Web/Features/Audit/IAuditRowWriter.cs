namespace OrgPortal.Web.Features.Audit;

/// <summary>Writes records into a file, some at a time.</summary>
internal interface IAuditRowWriter
{
    /// <summary>Writes some more.</summary>
    Task WriteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken);
}
