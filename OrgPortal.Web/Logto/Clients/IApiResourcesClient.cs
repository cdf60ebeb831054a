using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The APIs that the tenant issues tokens for, with their permissions. Logto's Management API is one of them and cannot be changed.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IApiResourcesClient
{
    /// <summary><c>GET /resources?includeScopes=true</c>: all of them.</summary>
    Task<IReadOnlyList<ApiResource>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /resources</c>; 422 <c>resource.resource_identifier_in_use</c>.</summary>
    Task<ApiResource> CreateAsync(NewApiResource resource);

    /// <summary><c>PATCH /resources/{id}</c>; 400 <c>resource.cannot_modify_management_api</c>.</summary>
    Task UpdateAsync(string resource, ApiResourceChange change);

    /// <summary><c>DELETE /resources/{id}</c>, with its permissions; 400 <c>resource.cannot_delete_management_api</c>.</summary>
    Task DeleteAsync(string resource);

    /// <summary><c>POST /resources/{id}/scopes</c>; 422 <c>scope.name_exists</c>, 400 <c>scope.name_with_space</c>.</summary>
    Task<ApiScope> CreateScopeAsync(string resource, NewScope scope);

    /// <summary><c>PATCH /resources/{id}/scopes/{scopeId}</c>: describes it anew.</summary>
    Task<ApiScope> DescribeScopeAsync(string resource, string scope, string description);

    /// <summary><c>DELETE /resources/{id}/scopes/{scopeId}</c>; 404 <c>entity.not_found</c>. Roles lose it.</summary>
    Task DeleteScopeAsync(string resource, string scope);
}
