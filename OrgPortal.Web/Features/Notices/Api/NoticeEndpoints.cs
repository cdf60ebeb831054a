using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Notices.Api;

/// <summary>The caller's notices over HTTP.</summary>
internal static class NoticeEndpoints
{
    private const string Tag = "Notices";
    private const string All = "/me/notices";

    private static readonly NoticeResponse Sample = new(
        17, "invitation.accepted", "x8f2k1q9z0ab", "Globex", "u4kq1m9x2c7v", "Bob Brown", null, null, null, null, null, new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), false, false);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapNotices(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listNotices", Tag, "The caller's notices", "The newest first, 20 a page. Takes a resource token.")
            .Answers<PageResponse<NoticeResponse>>()
            .Example(response: new PageResponse<NoticeResponse>([Sample], 1, NoticeList.PageSize, 1));
        api.MapGet(All + "/unread", CountAsync).Describe(
            "countUnreadNotices", Tag, "How many notices were not read", "Asks Logto nothing. Takes a resource token.")
            .Answers<UnreadResponse>()
            .Example(response: new UnreadResponse(3));
        api.MapPost(All + "/{notice:long}/read", MarkReadAsync).Describe(
            "markNoticeRead", Tag, "Mark a notice as read", "One that is not the caller's is left alone, without a word. Takes a resource token.")
            .Answers(204).Fails(409, 422);
        api.MapPost(All + "/read", MarkAllReadAsync).Describe(
            "markNoticesRead", Tag, "Mark all notices as read", "Takes a resource token.")
            .Answers(204).Fails(409, 422);
        return api;
    }

    private static async Task<IResult> ListAsync([FromQuery, Description("The page, from 1.")] int? page, INoticeService service, CancellationToken cancellationToken)
    {
        var list = await service.ListAsync(page ?? 1, cancellationToken);
        return list.IsFailure
            ? list.Failure.ToHttp()
            : Result.Of(new Page<NoticeRow>(list.Value.Rows, new PageRequest(list.Value.Page, NoticeList.PageSize), list.Value.Total)).ToPage(NoticeResponse.From);
    }

    private static async Task<IResult> CountAsync(INoticeService service, CancellationToken cancellationToken) => (await service.CountUnreadAsync(cancellationToken)).ToHttp(unread => new UnreadResponse(unread));

    private static async Task<IResult> MarkReadAsync(long notice, INoticeService service) => (await service.MarkReadAsync(notice)).ToHttp();

    private static async Task<IResult> MarkAllReadAsync(INoticeService service) => (await service.MarkAllReadAsync()).ToHttp();
}
