using System.Diagnostics;

namespace OrgPortal.Web.Api;

/// <summary>What a request is called in its answer, in the log and in the audit trail: the same everywhere.</summary>
internal static class Correlation
{
    /// <summary>The header of every answer.</summary>
    public const string Header = "X-Correlation-Id";

    /// <summary>The id.</summary>
    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
