using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class ApiResourcesClient(LogtoConnection logto) : IApiResourcesClient
{
    public Task<IReadOnlyList<ApiResource>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Resources.WithQuery(("includeScopes", "true")), LogtoJson.Default.IReadOnlyListApiResource, cancellationToken);

    public Task<ApiResource> CreateAsync(NewApiResource resource) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Resources, Json(resource, LogtoJson.Default.NewApiResource), LogtoJson.Default.ApiResource);

    public Task UpdateAsync(string resource, ApiResourceChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Resource(resource), Json(change, LogtoJson.Default.ApiResourceChange));

    public Task DeleteAsync(string resource) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Resource(resource));

    public Task<ApiScope> CreateScopeAsync(string resource, NewScope scope) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.ResourceScopes(resource), Json(scope, LogtoJson.Default.NewScope), LogtoJson.Default.ApiScope);

    public Task<ApiScope> DescribeScopeAsync(string resource, string scope, string description) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.ResourceScope(resource, scope), Json(new DescriptionBody(description), LogtoJson.Default.DescriptionBody), LogtoJson.Default.ApiScope);

    public Task DeleteScopeAsync(string resource, string scope) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.ResourceScope(resource, scope));
}
