using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Webhooks;

namespace OrgPortal.Web.Webhooks;

/// <summary>
/// Makes events of Logto's news. Nothing is believed beyond "look again": caches forget, pages read, and whether a person really is
/// suspended is asked, so that news from yesterday does no harm.
/// </summary>
internal sealed class NewsFollower(IOrganizationEvents organizations, ITenantEvents tenant, ISessions sessions, IUsersClient users, MembershipsElsewhere memberships)
{
    /// <summary>Announces what the news are about.</summary>
    public async Task FollowAsync(LogtoNews news)
    {
        switch (news)
        {
            case Logto.Webhooks.MembershipNews membership:
                // One person is told by name; with more, one reading of everybody is cheaper than one for each.
                organizations.Publish(new MembersChanged(membership.Organization, membership.Affected.Count == 1 ? membership.Affected.Single() : null));
                // Afterwards: rights that were taken away are taken away at once.
                await memberships.KeepAsync(membership.Organization, membership.Added, membership.Removed);
                break;
            case OrganizationNews { IsDeleted: true } deleted:
                organizations.Publish(new OrganizationDeleted(deleted.Organization));
                break;
            case OrganizationNews changed:
                organizations.Publish(new OrganizationChanged(changed.Organization));
                break;
            case PersonBarredNews barred when await MayBeBarredAsync(barred.Person):
                await sessions.EndAllAsync(barred.Person);
                tenant.Publish(new PersonBarred(barred.Person));
                break;
            case TemplateNews:
                tenant.Publish(new TemplateChanged());
                break;
        }
    }

    // Where Logto cannot be asked, the signed news are all there is.
    private async Task<bool> MayBeBarredAsync(UserId person)
    {
        var asked = await users.GetAsync(person).ToResultAsync();
        return asked.IsFailure || asked.Value.IsSuspended;
    }
}
