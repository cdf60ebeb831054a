using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

/// <summary>
/// Counts people and administrators. The first page of members tells how many there are, and who administers where it holds everybody; only for a larger organization
/// the administrators are asked for as well.
/// </summary>
internal sealed class PeopleReading(
    IOrganizationGuard guard, MemberPages pages, IOrganizationRolesClient template, Administrators administrators, IMovementCounts movements)
{
    public async Task<Result<OverviewPeople>> CountAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var denied = await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadMembers, cancellationToken);
        if (denied is not (null or Forbidden))
        {
            return denied;
        }

        if (denied is not null)
        {
            // Who administers every member may know.
            return await CountAdministratorsAsync(organization, null, cancellationToken);
        }

        var first = await pages.ReadAsync(organization, new MemberQuery(), cancellationToken);
        if (first.IsFailure)
        {
            return first.Failure;
        }

        var members = first.Value.Members;
        if (members.Items.Count < members.TotalCount)
        {
            return await CountAdministratorsAsync(organization, members.TotalCount, cancellationToken);
        }

        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        return roles.IsFailure
            ? roles.Failure
            : new OverviewPeople(
                members.TotalCount,
                members.Items.Count(member => !member.IsSuspended && administrators.IsAdministrator(roles.Value, [.. member.OrganizationRoles.Select(role => role.Id)])),
                false);
    }

    public async Task<Result<MovementCounts>> CountMovementsAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadMembers, cancellationToken) is { } denied
            ? denied
            : await movements.CountAsync(organization, IOrganizationOverviewService.Days, cancellationToken);

    private async Task<Result<OverviewPeople>> CountAdministratorsAsync(OrganizationId organization, int? people, CancellationToken cancellationToken)
    {
        var found = await administrators.ListAsync(organization, IOrganizationOverviewService.MostAdministrators, cancellationToken);
        return found.IsFailure ? found.Failure : new OverviewPeople(people, found.Value.Count, found.Value.Count >= IOrganizationOverviewService.MostAdministrators);
    }
}
