using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Roles;

/// <summary>What can be allowed, and what the person is allowed.</summary>
public interface IRoleService
{
    /// <summary>The portal's permissions with Logto's names for them, in the catalogue's order. No call to Logto.</summary>
    Task<Result<IReadOnlyList<PermissionEntry>>> ListPermissionsAsync(CancellationToken cancellationToken = default);

    /// <summary>What the signed-in person may do in an organization, as Logto said at most 15 seconds ago. For every member.</summary>
    Task<Result<OrganizationRights>> GetOwnRightsAsync(OrganizationId organization, CancellationToken cancellationToken = default);
}
