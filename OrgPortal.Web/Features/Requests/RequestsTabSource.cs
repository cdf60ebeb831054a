using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>The tab of requests.</summary>
internal sealed class RequestsTabSource(IJoinRequestService requests) : IPeopleTabSource
{
    public PeopleTab Tab => PeopleTab.Requests;

    public bool AsksLogto => false;

    public async Task<long?> CountAsync(OrganizationId organization)
    {
        var counted = await requests.CountAsync(organization);
        return counted is { IsFailure: false, Value: { IsShown: true } tab } ? tab.Open : null;
    }

    public bool IsChangedBy(OrganizationEvent happened) => happened is JoinRequestsChanged or DomainsChanged;
}
