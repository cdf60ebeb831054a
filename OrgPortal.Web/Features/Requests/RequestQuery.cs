namespace OrgPortal.Web.Features.Requests;

/// <summary>Which requests.</summary>
/// <param name="ShowsEnded">Those that ended, latest first, instead of those that wait, oldest first.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record RequestQuery(bool ShowsEnded = false, int Page = 1)
{
    /// <summary>How many a page holds.</summary>
    public const int PageSize = 20;
}
