using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Notices;

/// <summary>
/// The signed-in person's own notices. Nobody sees another person's, and of an organization one sees them only while one belongs to it, but for
/// what concerns the own way in or out.
/// </summary>
public interface INoticeService
{
    /// <summary>How many were not read. Asks only the store; of an organization that was left they may count until the list is read next.</summary>
    Task<Result<int>> CountUnreadAsync(CancellationToken cancellationToken = default);

    /// <summary>A page of them. One call to Logto, which says where the person belongs.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<NoticeList>> ListAsync(int page, CancellationToken cancellationToken = default);

    /// <summary>Marks one as read. One that is not the person's is left alone, without a word.</summary>
    Task<Result> MarkReadAsync(long notice);

    /// <summary>Marks all as read.</summary>
    Task<Result> MarkAllReadAsync();
}
