using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Reads organizations. Whoever calls has checked the permission.</summary>
internal sealed class OrganizationReading(
    IUsersClient users, IOrganizationsClient organizations, IOrganizationMembersClient members, IOrganizationInvitationsClient invitations)
{
    public async Task<Result<IReadOnlyList<MyOrganization>>> ListOfAsync(UserId person, CancellationToken cancellationToken)
    {
        var mine = await users.ListOrganizationsAsync(person, cancellationToken).ToResultAsync();
        return mine.IsFailure
            ? mine.Failure
            : Result.Of<IReadOnlyList<MyOrganization>>([.. mine.Value.Select(ToMine).OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(one => one.Id.Value, StringComparer.Ordinal)]);
    }

    public async Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        return found.IsFailure
            ? found.Failure
            : new OrganizationSummary(found.Value.Id, found.Value.Name, found.Value.Description, found.Value.Branding?.LogoUrl, OrganizationBrand.Of(found.Value));
    }

    public async Task<Result<DeletionImpact>> GetDeletionImpactAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        // A page of one is enough: the total comes with it.
        var counting = members.ListAsync(organization, new PageRequest(1, 1), cancellationToken: cancellationToken).ToResultAsync();
        var invited = await invitations.ListByOrganizationAsync(organization, cancellationToken).ToResultAsync();
        var count = await counting;
        return (count.Failure ?? invited.Failure) is { } failure
            ? failure
            : new DeletionImpact(count.Value.TotalCount, invited.Value.Count(invitation => invitation.Status == InvitationStatuses.Pending));
    }

    private static MyOrganization ToMine(UserOrganization organization) => new(
        organization.Id, organization.Name, organization.Description, organization.Branding?.LogoUrl, [.. organization.OrganizationRoles.Select(role => role.Name)]);
}
