using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Roles;

internal sealed class RoleService(IOrganizationGuard guard, ICurrentUser currentUser, IPermissionReader reader, IOptions<PermissionOptions> permissions) : IRoleService
{
    public async Task<Result<IReadOnlyList<PermissionEntry>>> ListPermissionsAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return Result.Of<IReadOnlyList<PermissionEntry>>(
            [.. OrganizationPermissions.All.Select(permission => new PermissionEntry(permission.Key, permissions.Value.ScopeOf(permission.Key)))]);
    }

    public async Task<Result<OrganizationRights>> GetOwnRightsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reader.ReadRecentAsync(organization, (await currentUser.GetAsync())!.Id, cancellationToken);
    }
}
