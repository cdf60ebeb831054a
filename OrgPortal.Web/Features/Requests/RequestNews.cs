using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Tells the administrators of a request, and whoever asked of the answer.</summary>
internal sealed class RequestNews(INotices notices)
{
    /// <summary>Somebody asks.</summary>
    public Task TellAskedAsync(JoinRequest row) => notices.TellAdministratorsAsync(
        Of(NoticeKinds.RequestMade, row, new NoticeFacts { PersonId = row.UserId, PersonName = row.Name, Address = row.Address }), [UserId.Parse(row.UserId, null)]);

    /// <summary>An administrator said yes.</summary>
    public Task TellApprovedAsync(JoinRequest row) => TellAskerAsync(NoticeKinds.RequestApproved, row);

    /// <summary>An administrator said no.</summary>
    public Task TellDeclinedAsync(JoinRequest row) => TellAskerAsync(NoticeKinds.RequestDeclined, row);

    private Task TellAskerAsync(string kind, JoinRequest row) => notices.TellAsync([UserId.Parse(row.UserId, null)], Of(kind, row, new NoticeFacts { OrganizationName = row.OrganizationName }));

    private static Notice Of(string kind, JoinRequest row, NoticeFacts facts) => new(kind, OrganizationId.Parse(row.OrganizationId, null), facts) { Once = $"{kind}:{row.Id:N}" };
}
