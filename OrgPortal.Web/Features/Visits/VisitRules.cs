using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Visits;

/// <summary>What a reason must be.</summary>
public static class VisitRules
{
    /// <summary>Less says nothing.</summary>
    public const int ShortestReason = 10;

    /// <summary>As long as a line of the audit trail is read.</summary>
    public const int LongestReason = 500;

    /// <summary>The reason without what surrounds it.</summary>
    internal static string Clean(string? reason) => reason?.ReplaceLineEndings(" ").Trim() ?? string.Empty;

    /// <summary>What is wrong with it.</summary>
    internal static Invalid? Refuse(string reason) =>
        VisibleText.IsBlank(reason) ? new Invalid("reason", "required")
        : reason.Length < ShortestReason ? new Invalid("reason", "too_short")
        : reason.Length > LongestReason ? new Invalid("reason", "too_long")
        : VisibleText.HoldsInvisible(reason, linesAllowed: false) ? new Invalid("reason", "invalid")
        : null;
}
