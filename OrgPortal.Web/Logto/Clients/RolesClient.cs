using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class RolesClient(LogtoConnection logto) : IRolesClient
{
    public Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.ReadAllAsync(LogtoRoutes.Roles, LogtoJson.Default.IReadOnlyListRole, cancellationToken);

    public Task<IReadOnlyList<RoleScope>> ListScopesAsync(string role, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.RoleScopes(role), LogtoJson.Default.IReadOnlyListRoleScope, cancellationToken);

    public Task<Role> CreateAsync(NewRole role) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Roles, Json(role, LogtoJson.Default.NewRole), LogtoJson.Default.Role);

    public Task<Role> DescribeAsync(string role, string description) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Role(role), Json(new DescriptionBody(description), LogtoJson.Default.DescriptionBody), LogtoJson.Default.Role);

    public Task DeleteAsync(string role) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Role(role));
}
