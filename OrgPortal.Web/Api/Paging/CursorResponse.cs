namespace OrgPortal.Web.Api.Paging;

/// <summary>A part of a list that has no pages.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">What to ask for as <c>after</c> to go on; left out at the end.</param>
public sealed record CursorResponse<T>(IReadOnlyList<T> Items, string? Next);
