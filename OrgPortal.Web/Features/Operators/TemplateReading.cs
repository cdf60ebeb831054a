using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Reads the organization template, and holds it against what the portal takes its permissions for. Whoever calls has asked the guard.</summary>
internal sealed class TemplateReading(
    IOrganizationRolesClient roles,
    IOrganizationTemplateClient template,
    IOptions<PermissionOptions> permissions,
    IOptions<OrganizationOptions> organizations,
    IOptions<OperatorConsoleOptions> console)
{
    private IReadOnlyList<string> Administrator => [.. OrganizationPermissions.Administrator.Select(permissions.Value.ScopeOf)];

    public async Task<Result<TemplateView>> ReadAsync(CancellationToken cancellationToken)
    {
        // Whoever looks for what is wrong wants it as it is now.
        roles.Forget();
        var reading = template.ListScopesAsync(cancellationToken).ToResultAsync();
        var known = await roles.ListAsync(cancellationToken).ToResultAsync();
        var scopes = await reading;
        if ((known.Failure ?? scopes.Failure) is { } failure)
        {
            return failure;
        }

        return new TemplateView(
            [.. known.Value.Select(Describe).OrderBy(role => role.Kind).ThenBy(role => role.Name, StringComparer.CurrentCultureIgnoreCase)],
            Describe(scopes.Value),
            [.. Drift(known.Value, scopes.Value).OrderBy(drift => drift.Kind)],
            console.Value.TenantFile is { Length: > 0 });
    }

    private TemplateRole Describe(OrganizationRole role) => new(
        role.Id,
        role.Name,
        role.Description,
        role.IsForPeople ? TemplateRoleKind.People : role.IsForMachines ? TemplateRoleKind.Machines : TemplateRoleKind.Other,
        role.IsForPeople && Missing(role).Count == 0,
        [.. role.Scopes.Select(scope => scope.Name).Order(StringComparer.Ordinal)],
        [.. role.ResourceScopes.Select(scope => $"{scope.Resource.Name}: {scope.Name}").Order(StringComparer.Ordinal)]);

    private IReadOnlyList<TemplatePermissionRow> Describe(IReadOnlyList<OrganizationScope> scopes)
    {
        var there = scopes.ToLookup(scope => scope.Name, StringComparer.Ordinal);
        var mapped = OrganizationPermissions.All.Select(one => (Key: one.Key.Value, Scope: permissions.Value.ScopeOf(one.Key))).ToList();
        return
        [
            .. mapped.Select(one => new TemplatePermissionRow(one.Scope, there[one.Scope].FirstOrDefault()?.Description, one.Key, there.Contains(one.Scope))),
            .. scopes.Where(scope => !mapped.Exists(one => one.Scope == scope.Name)).OrderBy(scope => scope.Name, StringComparer.Ordinal).Select(scope => new TemplatePermissionRow(scope.Name, scope.Description, null, true)),
        ];
    }

    private IEnumerable<TemplateDrift> Drift(IReadOnlyList<OrganizationRole> known, IReadOnlyList<OrganizationScope> scopes)
    {
        var people = known.Where(role => role.IsForPeople).ToList();
        var there = scopes.Select(scope => scope.Name).ToHashSet(StringComparer.Ordinal);
        var carried = people.SelectMany(role => role.Scopes).Select(scope => scope.Name).ToHashSet(StringComparer.Ordinal);
        var mapped = OrganizationPermissions.All.Select(one => permissions.Value.ScopeOf(one.Key)).Distinct().ToList();
        if (DriftOfAdministrator(people) is { } drift)
        {
            yield return drift;
        }

        foreach (var scope in mapped.Where(scope => !there.Contains(scope)))
        {
            yield return new TemplateDrift(TemplateDriftKind.MissingPermission, scope);
        }

        foreach (var scope in mapped.Where(scope => there.Contains(scope) && !carried.Contains(scope)))
        {
            yield return new TemplateDrift(TemplateDriftKind.IdlePermission, scope);
        }

        foreach (var scope in there.Except(mapped).Order(StringComparer.Ordinal))
        {
            yield return new TemplateDrift(TemplateDriftKind.UnknownPermission, scope);
        }
    }

    private TemplateDrift? DriftOfAdministrator(List<OrganizationRole> people)
    {
        if (organizations.Value.AdministratorRole is not { } name)
        {
            return people.Exists(role => Missing(role).Count == 0) ? null : new TemplateDrift(TemplateDriftKind.NoAdministratorRole, string.Join(", ", Administrator));
        }

        return people.Find(role => role.Name == name) switch
        {
            null => new TemplateDrift(TemplateDriftKind.NoAdministratorRole, name),
            var role when Missing(role).Count > 0 => new TemplateDrift(TemplateDriftKind.WeakAdministratorRole, name),
            _ => null,
        };
    }

    private IReadOnlyList<string> Missing(OrganizationRole role) => [.. Administrator.Except(role.Scopes.Select(scope => scope.Name))];
}
