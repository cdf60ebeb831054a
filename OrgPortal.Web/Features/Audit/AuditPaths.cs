using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The URLs of the audit log.</summary>
public static class AuditPaths
{
    /// <summary>The audit log.</summary>
    public static string Log(OrganizationId organization) => $"/organizations/{organization}/audit";

    /// <summary>What a filter finds, from a place on.</summary>
    public static string Log(OrganizationId organization, AuditFilter filter, AuditPosition? before = null) =>
        QueryHelpers.AddQueryString(Log(organization), [.. Query(filter), KeyValuePair.Create<string, string?>("before", before?.ToString())]);

    /// <summary>The same as a file.</summary>
    public static string Export(OrganizationId organization, AuditFilter filter, AuditExportFormat format) =>
        QueryHelpers.AddQueryString($"{Log(organization)}/export", [KeyValuePair.Create<string, string?>("format", format == AuditExportFormat.Csv ? "csv" : "jsonl"), .. Query(filter)]);

    private static KeyValuePair<string, string?>[] Query(AuditFilter filter) =>
    [
        KeyValuePair.Create<string, string?>("who", filter.Actor?.Value),
        KeyValuePair.Create<string, string?>("action", filter.Action),
        KeyValuePair.Create<string, string?>("result", filter.Outcome),
        KeyValuePair.Create<string, string?>("from", AuditFilter.Write(filter.From)),
        KeyValuePair.Create<string, string?>("to", AuditFilter.Write(filter.To)),
        KeyValuePair.Create<string, string?>("q", filter.Text),
    ];
}
