using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationJustInTimeClient(LogtoConnection logto) : IOrganizationJustInTimeClient
{
    public async Task<IReadOnlyList<string>> ListDomainsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        var domains = await logto.GetAsync(LogtoRoutes.JustInTimeDomains(organization), LogtoJson.Default.IReadOnlyListEmailDomainBody, cancellationToken);
        return [.. domains.Select(domain => domain.EmailDomain)];
    }

    public Task AddDomainAsync(OrganizationId organization, string domain) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.JustInTimeDomains(organization), Json(new EmailDomainBody(domain), LogtoJson.Default.EmailDomainBody));

    public Task RemoveDomainAsync(OrganizationId organization, string domain) =>
        logto.SendAsync(HttpMethod.Delete, LogtoRoutes.JustInTimeDomain(organization, domain));

    public Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.JustInTimeRoles(organization), LogtoJson.Default.IReadOnlyListOrganizationRoleName, cancellationToken);

    public Task ReplaceRolesAsync(OrganizationId organization, IReadOnlyList<OrganizationRoleId> roles) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.JustInTimeRoles(organization), Json(new OrganizationRoleIdsBody(roles), LogtoJson.Default.OrganizationRoleIdsBody));

    public Task<IReadOnlyList<SsoConnector>> ListSsoConnectorsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.JustInTimeSsoConnectors(organization), LogtoJson.Default.IReadOnlyListSsoConnector, cancellationToken);

    public Task AddSsoConnectorAsync(OrganizationId organization, string connector) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.JustInTimeSsoConnectors(organization), Json(new SsoConnectorIdsBody([connector]), LogtoJson.Default.SsoConnectorIdsBody));

    public Task RemoveSsoConnectorAsync(OrganizationId organization, string connector) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.JustInTimeSsoConnector(organization, connector));
}
