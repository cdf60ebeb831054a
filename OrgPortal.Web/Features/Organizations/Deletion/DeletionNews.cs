using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>Tells the other administrators, who may think otherwise. Best effort, as notices are.</summary>
internal sealed class DeletionNews(INotices notices)
{
    /// <summary>Somebody deleted it, and it can be restored.</summary>
    public Task TellDeletedAsync(OrganizationId organization, Person by, DateTimeOffset until) => notices.TellAdministratorsAsync(
        new Notice(NoticeKinds.OrganizationDeleted, organization, new NoticeFacts { PersonId = by.Id.Value, PersonName = by.Name, Date = until }), [by.Id]);

    /// <summary>Somebody restored it.</summary>
    public Task TellRestoredAsync(OrganizationId organization, Person by) => notices.TellAdministratorsAsync(
        new Notice(NoticeKinds.OrganizationRestored, organization, new NoticeFacts { PersonId = by.Id.Value, PersonName = by.Name }), [by.Id]);
}
