using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class RolesClient(LogtoConnection logto) : IRolesClient
{
    public Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.ReadAllAsync(LogtoRoutes.Roles, LogtoJson.Default.IReadOnlyListRole, cancellationToken);

    public Task<IReadOnlyList<RoleScope>> ListScopesAsync(string role, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.RoleScopes(role), LogtoJson.Default.IReadOnlyListRoleScope, cancellationToken);
}
