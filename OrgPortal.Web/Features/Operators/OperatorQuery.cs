namespace OrgPortal.Web.Features.Operators;

/// <summary>Which organizations are looked at, as it stands in the URL.</summary>
/// <param name="Search">Part of a name, or of an id; <see langword="null"/> for all.</param>
/// <param name="Page">From 1.</param>
public sealed record OperatorQuery(string? Search = null, int Page = 1)
{
    /// <summary>The most characters that are searched for.</summary>
    public const int MaxSearch = 128;

    /// <summary>How many organizations a page shows.</summary>
    public const int PageSize = 20;
}
