using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Every permission of the portal's catalogue stands in the organization template.</summary>
internal sealed class TemplatePermissions(IOptions<PermissionOptions> permissions) : ITenantCheck
{
    public string Id => CheckIds.Permissions;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var there = (await examination.Permissions).Select(permission => permission.Name).ToHashSet(StringComparer.Ordinal);
        var missing = OrganizationPermissions.All.Select(permission => permissions.Value.ScopeOf(permission.Key)).Where(name => !there.Contains(name)).ToList();
        return missing.Count == 0 ? CheckOutcome.Pass("complete", OrganizationPermissions.All.Count) : CheckOutcome.Fail("missing", string.Join(", ", missing));
    }
}
