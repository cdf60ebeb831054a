using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Reads organizations. Whoever calls has checked the permission.</summary>
internal sealed class OrganizationReading(
    IUsersClient users, IOrganizationsClient organizations, IOrganizationMembersClient members, IOrganizationInvitationsClient invitations, IOrganizationHolds holds, IPermissionReader rights, CustomFieldSchema schema)
{
    public async Task<Result<IReadOnlyList<MyOrganization>>> ListOfAsync(UserId person, CancellationToken cancellationToken)
    {
        var mine = await users.ListOrganizationsAsync(person, cancellationToken).ToResultAsync();
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        List<MyOrganization> found = [];
        foreach (var one in mine.Value)
        {
            // What is remembered answers for all of them.
            var hold = await holds.FindAsync(one.Id, cancellationToken: cancellationToken);
            if (hold.IsFailure)
            {
                return hold.Failure;
            }

            if (hold.Value is null || await MayAsync(one.Id, person, OrganizationPermissions.DeleteOrganization, cancellationToken))
            {
                found.Add(ToMine(one, hold.Value));
            }
        }

        return Result.Of<IReadOnlyList<MyOrganization>>([.. found.OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(one => one.Id.Value, StringComparer.Ordinal)]);
    }

    public async Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken)
    {
        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        return found.IsFailure
            ? found.Failure
            : new OrganizationSummary(
                found.Value.Id, found.Value.Name, found.Value.Description, found.Value.Branding?.LogoUrl, OrganizationBrand.Of(found.Value),
                schema.All.Count == 0 ? null : schema.Read(found.Value.CustomData, await MayAsync(organization, person, OrganizationPermissions.ManageOrganization, cancellationToken)));
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

    // The guard has asked a moment ago: no further question to Logto. No answer is a no.
    private async Task<bool> MayAsync(OrganizationId organization, UserId person, PermissionKey permission, CancellationToken cancellationToken) =>
        await rights.ReadRecentAsync(organization, person, cancellationToken) is { IsFailure: false, Value: var held } && held.Allow(permission);

    private static MyOrganization ToMine(UserOrganization organization, OrganizationHold? hold) => new(
        organization.Id, organization.Name, organization.Description, organization.Branding?.LogoUrl, [.. organization.OrganizationRoles.Select(role => role.Name)], hold);
}
