namespace OrgPortal.Web.Api.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page's items; empty past the end.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="PageSize">How many a page holds.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, int Page, int PageSize, long Total);
