namespace OrgPortal.Web.Features.Operators;

/// <summary>Which findings are looked at, as it stands in the URL.</summary>
/// <param name="Kind">Only of this kind; <see langword="null"/> for all.</param>
/// <param name="Page">From 1.</param>
public sealed record FindingQuery(FindingKind? Kind = null, int Page = 1)
{
    /// <summary>How many findings a page shows.</summary>
    public const int PageSize = 20;
}
