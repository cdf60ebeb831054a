namespace OrgPortal.Web.Features.Notices;

/// <summary>A page of a person's notices.</summary>
/// <param name="Page">Which, from 1.</param>
/// <param name="Rows">Newest first; at most <see cref="PageSize"/>.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Unread">How many of them were not read.</param>
public sealed record NoticeList(int Page, IReadOnlyList<NoticeRow> Rows, int Total, int Unread)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 20;
}
