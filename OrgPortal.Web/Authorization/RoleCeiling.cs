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

    public async Task<Failure?> RefuseUnlessWithinAsync(
        OrganizationId organization, UserId actor, IReadOnlyCollection<OrganizationRoleId> roles, PermissionKey? stillNeeds = null, RoleHolder holder = RoleHolder.Person)
    {
        if (roles.Count == 0 && stillNeeds is null)
        {
            return null;
        }

        var ceiling = await ReadAsync(organization, actor, CancellationToken.None);
        if (ceiling.IsFailure)
        {
            return ceiling.Failure;
        }

        if (stillNeeds is { } needed && !ceiling.Value.Holds(permissions.Value.ScopeOf(needed)))
        {
            return new Forbidden(needed.Value);
        }

        return roles.Select(role => Refuse(role, ceiling.Value, holder)).FirstOrDefault(refusal => refusal is not null);
    }

    private async Task<Result<IReadOnlyList<GrantableRole>>> ListAsync(OrganizationId organization, UserId actor, Func<OrganizationRole, bool> isWanted, CancellationToken cancellationToken)
    {
        var ceiling = await ReadAsync(organization, actor, cancellationToken);
        return ceiling.IsFailure
            ? ceiling.Failure
            : Result.Of<IReadOnlyList<GrantableRole>>([.. ceiling.Value.Template.Where(isWanted).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => Describe(role, ceiling.Value))]);
    }

    private static Failure? Refuse(OrganizationRoleId id, Ceiling ceiling, RoleHolder holder) => ceiling.Template.FirstOrDefault(role => role.Id == id) switch
    {
        null => new Invalid("roles", "unknown_role"),
        { IsForPeople: false } role when holder == RoleHolder.Person => new Refused(RefusalReasons.MachineRole, role.Name),
        { IsForMachines: false } role when holder == RoleHolder.Machine => new Refused(RefusalReasons.PeopleRole, role.Name),
        var role when !ceiling.Covers(role) => new Refused(RefusalReasons.AboveOwnPermissions, role.Name),
        _ => null,
    };

    private GrantableRole Describe(OrganizationRole role, Ceiling ceiling)
    {
        var carried = permissions.Value.Translate(role.Scopes.Select(scope => scope.Name));
        return new GrantableRole(
            role,
            ceiling.Covers(role),
            OrganizationPermissions.Administrator.All(carried.Contains),
            [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(carried.Contains)]);
    }

    private async Task<Result<Ceiling>> ReadAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken)
    {
        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        if (roles.IsFailure)
        {
            return roles.Failure;
        }

        var visit = await visits.FindAsync(organization, actor);
        if (visit.IsFailure || visit.Value is not null)
        {
            return visit.IsFailure ? visit.Failure : new Ceiling(roles.Value, roles.Value);
        }

        var own = await members.ListRolesAsync(organization, actor, cancellationToken).ToResultAsync();
        return own.IsFailure ? own.Failure : new Ceiling(roles.Value, own.Value);
    }

    private sealed class Ceiling
    {
        private readonly HashSet<string> _names;
        private readonly HashSet<string> _scopes;
        private readonly HashSet<string> _resourceScopes;

        public Ceiling(IReadOnlyList<OrganizationRole> template, IReadOnlyList<OrganizationRole> own)
        {
            // Logto answers a member's roles without what they grant.
            var ids = own.Select(role => role.Id).ToHashSet();
            var granted = template.Where(role => ids.Contains(role.Id)).ToList();
            Template = template;
            _names = [.. granted.SelectMany(role => role.Scopes).Select(scope => scope.Name)];
            _scopes = [.. granted.SelectMany(role => role.Scopes).Select(scope => scope.Id)];
            _resourceScopes = [.. granted.SelectMany(role => role.ResourceScopes).Select(scope => scope.Id)];
        }

        public IReadOnlyList<OrganizationRole> Template { get; }

        public bool Holds(string scopeName) => _names.Contains(scopeName);

        public bool Covers(OrganizationRole role) =>
            role.Scopes.All(scope => _scopes.Contains(scope.Id)) && role.ResourceScopes.All(scope => _resourceScopes.Contains(scope.Id));
    }
}
