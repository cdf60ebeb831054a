using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The organization template, shared by all organizations of the tenant: its permissions, and changes of its roles, which are read by <see cref="IOrganizationRolesClient"/>.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationTemplateClient
{
    /// <summary><c>GET /organization-scopes</c>: all of them, ordered by name.</summary>
    Task<IReadOnlyList<OrganizationScope>> ListScopesAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /organization-scopes</c>; 422 <c>entity.unique_integrity_violation</c>.</summary>
    Task<OrganizationScope> CreateScopeAsync(NewScope scope);

    /// <summary><c>PATCH /organization-scopes/{id}</c>: describes it anew; 404 <c>entity.not_exists</c>.</summary>
    Task<OrganizationScope> DescribeScopeAsync(string scope, string description);

    /// <summary><c>DELETE /organization-scopes/{id}</c>; 404 <c>entity.not_found</c>. Roles lose it.</summary>
    Task DeleteScopeAsync(string scope);

    /// <summary><c>POST /organization-roles</c>; 422 <c>entity.unique_integrity_violation</c>.</summary>
    Task<OrganizationRoleName> CreateRoleAsync(NewOrganizationRole role);

    /// <summary><c>PATCH /organization-roles/{id}</c>; 422 <c>entity.db_constraint_violated</c> where the type does not fit those who have it.</summary>
    Task UpdateRoleAsync(OrganizationRoleId role, OrganizationRoleChange change);

    /// <summary><c>DELETE /organization-roles/{id}</c>; 404 <c>entity.not_found</c>. Whoever has it loses it, invitations too.</summary>
    Task DeleteRoleAsync(OrganizationRoleId role);

    /// <summary><c>PUT /organization-roles/{id}/scopes</c>: replaces what the role permits in organizations.</summary>
    Task ReplaceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes);

    /// <summary><c>PUT /organization-roles/{id}/resource-scopes</c>: replaces what the role permits in APIs.</summary>
    Task ReplaceResourceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes);
}
