using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>The count on the tab of invitations: those that are open.</summary>
internal sealed class InvitationsTabSource(IInvitationService invitations) : IPeopleTabSource
{
    public PeopleTab Tab => PeopleTab.Invitations;

    public bool AsksLogto => true;

    public async Task<long?> CountAsync(OrganizationId organization)
    {
        var open = await invitations.CountOpenAsync(organization);
        return open.IsFailure ? null : open.Value;
    }

    public bool IsChangedBy(OrganizationEvent happened) => happened is InvitationsChanged;
}
