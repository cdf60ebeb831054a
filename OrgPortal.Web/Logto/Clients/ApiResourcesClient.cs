using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class ApiResourcesClient(LogtoConnection logto) : IApiResourcesClient
{
    public Task<IReadOnlyList<ApiResource>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Resources.WithQuery(("includeScopes", "true")), LogtoJson.Default.IReadOnlyListApiResource, cancellationToken);
}
