using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationTemplateClient(LogtoConnection logto) : IOrganizationTemplateClient
{
    public Task<IReadOnlyList<OrganizationScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.OrganizationScopes, LogtoJson.Default.IReadOnlyListOrganizationScope, cancellationToken);
}
