namespace OrgPortal.Web.Features.Members;

/// <summary>How an export of members is written.</summary>
public enum MemberExportFormat
{
    /// <summary>A table for spreadsheets; no cell is a formula.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
