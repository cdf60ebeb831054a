using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Whoever creates an organization can be made its administrator.</summary>
internal sealed class AdministratorRole(IOptions<PermissionOptions> permissions, IOptions<OrganizationOptions> organizations) : ITenantCheck
{
    public string Id => CheckIds.AdministratorRole;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    private IReadOnlyList<string> Wanted => [.. OrganizationPermissions.Administrator.Select(permissions.Value.ScopeOf)];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var roles = (await examination.Roles).Where(role => role.IsForPeople).ToList();
        if (Wanted.Except((await examination.Permissions).Select(permission => permission.Name)).Any())
        {
            return CheckOutcome.Skip(CheckIds.Permissions);
        }

        if (Wanted.Except(roles.SelectMany(role => role.Scopes).Select(scope => scope.Name)).Any())
        {
            return CheckOutcome.Skip(CheckIds.Roles);
        }

        return organizations.Value.AdministratorRole is { } name ? Judge(roles, name) : Judge(roles);
    }

    private CheckOutcome Judge(List<OrganizationRole> roles) => roles.Where(role => Missing(role).Count == 0).MaxBy(role => role.Scopes.Count) is { } role
        ? CheckOutcome.Pass("found", role.Name)
        : CheckOutcome.Fail("none", string.Join(", ", Wanted));

    private CheckOutcome Judge(List<OrganizationRole> roles, string name) => roles.Find(role => role.Name == name) switch
    {
        null => CheckOutcome.Fail("unknown", name),
        var role when Missing(role) is { Count: > 0 } missing => CheckOutcome.Fail("weak", name, string.Join(", ", missing)),
        _ => CheckOutcome.Pass("found", name),
    };

    private List<string> Missing(OrganizationRole role) => [.. Wanted.Except(role.Scopes.Select(scope => scope.Name))];
}
