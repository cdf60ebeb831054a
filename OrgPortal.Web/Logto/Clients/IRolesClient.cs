using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The roles of the whole tenant, outside of any organization.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IRolesClient
{
    /// <summary><c>GET /roles</c>, every page, for people and for machines.</summary>
    Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>GET /roles/{id}/scopes</c>: what a role permits, in which API; 404 <c>entity.not_exists_with_id</c> when there is no such role.</summary>
    Task<IReadOnlyList<RoleScope>> ListScopesAsync(string role, CancellationToken cancellationToken = default);

    /// <summary><c>POST /roles</c>; 422 <c>role.name_in_use</c>.</summary>
    Task<Role> CreateAsync(NewRole role);

    /// <summary><c>PATCH /roles/{id}</c>: describes it anew; 404 when there is no such role.</summary>
    Task<Role> DescribeAsync(string role, string description);

    /// <summary><c>DELETE /roles/{id}</c>; 404 when there is no such role. Whoever has it loses it.</summary>
    Task DeleteAsync(string role);
}
