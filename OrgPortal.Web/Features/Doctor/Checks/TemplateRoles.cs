using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>There are roles for people, and together they carry the portal's catalogue: what no role carries, nobody can do.</summary>
internal sealed class TemplateRoles(IOptions<PermissionOptions> permissions) : ITenantCheck
{
    public string Id => CheckIds.Roles;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var roles = (await examination.Roles).Where(role => role.IsForPeople).ToList();
        if (roles.Count == 0)
        {
            return CheckOutcome.Fail("none");
        }

        var carried = roles.SelectMany(role => role.Scopes).Select(scope => scope.Name).ToHashSet(StringComparer.Ordinal);
        // What is not even in the template is another check's.
        var there = (await examination.Permissions).Select(permission => permission.Name).ToHashSet(StringComparer.Ordinal);
        var idle = OrganizationPermissions.All.Select(permission => permissions.Value.ScopeOf(permission.Key)).Where(name => there.Contains(name) && !carried.Contains(name)).ToList();
        return idle.Count == 0 ? CheckOutcome.Pass("cover", string.Join(", ", roles.Select(role => role.Name))) : CheckOutcome.Fail("idle", string.Join(", ", idle));
    }
}
