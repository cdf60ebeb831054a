using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>What somebody could give away at the moment it was read. Asked as often as it takes, it costs nothing more.</summary>
public sealed class Ceiling
{
    private readonly PermissionOptions _permissions;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _scopes;
    private readonly HashSet<string> _resourceScopes;

    internal Ceiling(PermissionOptions permissions, IReadOnlyList<OrganizationRole> template, IReadOnlyList<OrganizationRole>? held)
    {
        // Logto answers a member's roles without what they grant.
        var granted = held is null ? template : [.. template.Where(role => held.Any(own => own.Id == role.Id))];
        (_permissions, Template, Held) = (permissions, template, held);
        _names = [.. granted.SelectMany(role => role.Scopes).Select(scope => scope.Name)];
        _scopes = [.. granted.SelectMany(role => role.Scopes).Select(scope => scope.Id)];
        _resourceScopes = [.. granted.SelectMany(role => role.ResourceScopes).Select(scope => scope.Id)];
    }

    /// <summary>The roles there are, with what they grant.</summary>
    public IReadOnlyList<OrganizationRole> Template { get; }

    /// <summary>The person's own roles, without what they grant; <see langword="null"/> for an operator who is inside, and whose ceiling is the template.</summary>
    public IReadOnlyList<OrganizationRole>? Held { get; }

    /// <summary>The roles that are wanted, each with whether the person could give it, ordered by name.</summary>
    public IReadOnlyList<GrantableRole> List(Func<OrganizationRole, bool> isWanted) =>
        [.. Template.Where(isWanted).OrderBy(role => role.Name, StringComparer.Ordinal).Select(Describe)];

    /// <summary>As <see cref="IRoleCeiling.RefuseUnlessWithinAsync"/>.</summary>
    public Failure? Refuse(IReadOnlyCollection<OrganizationRoleId> roles, PermissionKey? stillNeeds = null, RoleHolder holder = RoleHolder.Person) =>
        stillNeeds is { } needed && !_names.Contains(_permissions.ScopeOf(needed))
            ? new Forbidden(needed.Value)
            : roles.Select(role => Refuse(role, holder)).FirstOrDefault(refusal => refusal is not null);

    private Failure? Refuse(OrganizationRoleId id, RoleHolder holder) => Template.FirstOrDefault(role => role.Id == id) switch
    {
        null => new Invalid("roles", "unknown_role"),
        { IsForPeople: false } role when holder == RoleHolder.Person => new Refused(RefusalReasons.MachineRole, role.Name),
        { IsForMachines: false } role when holder == RoleHolder.Machine => new Refused(RefusalReasons.PeopleRole, role.Name),
        var role when !Covers(role) => new Refused(RefusalReasons.AboveOwnPermissions, role.Name),
        _ => null,
    };

    private GrantableRole Describe(OrganizationRole role)
    {
        var carried = _permissions.Translate(role.Scopes.Select(scope => scope.Name));
        return new GrantableRole(
            role,
            Covers(role),
            OrganizationPermissions.Administrator.All(carried.Contains),
            [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(carried.Contains)]);
    }

    private bool Covers(OrganizationRole role) =>
        role.Scopes.All(scope => _scopes.Contains(scope.Id)) && role.ResourceScopes.All(scope => _resourceScopes.Contains(scope.Id));
}
