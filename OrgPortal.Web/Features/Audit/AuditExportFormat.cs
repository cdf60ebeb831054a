namespace OrgPortal.Web.Features.Audit;

/// <summary>How an export is written.</summary>
public enum AuditExportFormat
{
    /// <summary>A table for spreadsheets, RFC 4180, with a byte order mark; no cell is a formula.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
