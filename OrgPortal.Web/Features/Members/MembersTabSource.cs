using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>The count on the tab of members: the total of the shortest page.</summary>
internal sealed class MembersTabSource(IMemberService members) : IPeopleTabSource
{
    public PeopleTab Tab => PeopleTab.Members;

    public bool AsksLogto => true;

    public async Task<long?> CountAsync(OrganizationId organization)
    {
        var page = await members.ListAsync(organization, new MemberQuery(PageSize: 1));
        return page.IsFailure ? null : page.Value.TotalCount;
    }

    public bool IsChangedBy(OrganizationEvent happened) => happened is MembersChanged;
}
