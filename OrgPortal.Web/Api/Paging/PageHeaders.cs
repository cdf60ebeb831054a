namespace OrgPortal.Web.Api.Paging;

/// <summary>Headers of pages.</summary>
internal static class PageHeaders
{
    /// <summary>How many items there are in all.</summary>
    public const string Total = "X-Total-Count";
}
