using Microsoft.Extensions.Options;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// The actor's roles are read now, with one call; what a role grants comes from the template, which its client keeps for a
/// minute. A role that is not in the template counts for nothing: for the actor it grants nothing, as a wish it is unknown.
/// Over an operator who is inside there is no ceiling but the template.
/// </summary>
internal sealed class RoleCeiling(IOrganizationMembersClient members, IOrganizationRolesClient template, VisitRights visits, IOptions<PermissionOptions> permissions) : IRoleCeiling
{
    public Task<Result<IReadOnlyList<GrantableRole>>> ListAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default) =>
        ListAsync(organization, actor, role => role.IsForPeople, cancellationToken);

    public Task<Result<IReadOnlyList<GrantableRole>>> ListForMachinesAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default) =>
        ListAsync(organization, actor, role => role.IsForMachines, cancellationToken);

    public async Task<Result<Ceiling>> ReadAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default)
    {
        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        if (roles.IsFailure)
        {
            return roles.Failure;
        }

        var visit = await visits.FindAsync(organization, actor);
        if (visit.IsFailure || visit.Value is not null)
        {
            return visit.IsFailure ? visit.Failure : new Ceiling(permissions.Value, roles.Value, null);
        }

        var own = await members.ListRolesAsync(organization, actor, cancellationToken).ToResultAsync();
        return own.IsFailure ? own.Failure : new Ceiling(permissions.Value, roles.Value, own.Value);
    }

    public async Task<Failure?> RefuseUnlessWithinAsync(
        OrganizationId organization, UserId actor, IReadOnlyCollection<OrganizationRoleId> roles, PermissionKey? stillNeeds = null, RoleHolder holder = RoleHolder.Person)
    {
        if (roles.Count == 0 && stillNeeds is null)
        {
            return null;
        }

        var ceiling = await ReadAsync(organization, actor);
        return ceiling.IsFailure ? ceiling.Failure : ceiling.Value.Refuse(roles, stillNeeds, holder);
    }

    private async Task<Result<IReadOnlyList<GrantableRole>>> ListAsync(OrganizationId organization, UserId actor, Func<OrganizationRole, bool> isWanted, CancellationToken cancellationToken)
    {
        var ceiling = await ReadAsync(organization, actor, cancellationToken);
        return ceiling.IsFailure ? ceiling.Failure : Result.Of(ceiling.Value.List(isWanted));
    }
}
