using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationTemplateClient(LogtoConnection logto) : IOrganizationTemplateClient
{
    public Task<IReadOnlyList<OrganizationScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.OrganizationScopes, LogtoJson.Default.IReadOnlyListOrganizationScope, cancellationToken);

    public Task<OrganizationScope> CreateScopeAsync(NewScope scope) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.OrganizationScopes, Json(scope, LogtoJson.Default.NewScope), LogtoJson.Default.OrganizationScope);

    public Task<OrganizationScope> DescribeScopeAsync(string scope, string description) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.OrganizationScope(scope), Json(new DescriptionBody(description), LogtoJson.Default.DescriptionBody), LogtoJson.Default.OrganizationScope);

    public Task DeleteScopeAsync(string scope) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.OrganizationScope(scope));

    public Task<OrganizationRoleName> CreateRoleAsync(NewOrganizationRole role) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.OrganizationRoles, Json(role, LogtoJson.Default.NewOrganizationRole), LogtoJson.Default.OrganizationRoleName);

    public Task UpdateRoleAsync(OrganizationRoleId role, OrganizationRoleChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.OrganizationRole(role), Json(change.ToPatch(), LogtoJson.Default.JsonObject));

    public Task DeleteRoleAsync(OrganizationRoleId role) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.OrganizationRole(role));

    public Task ReplaceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.OrganizationRoleScopes(role), Json(new OrganizationScopeIdsBody(scopes), LogtoJson.Default.OrganizationScopeIdsBody));

    public Task ReplaceResourceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.OrganizationRoleResourceScopes(role), Json(new ScopeIdsBody(scopes), LogtoJson.Default.ScopeIdsBody));
}
