using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationJustInTimeClient(FakeLogto logto) : IOrganizationJustInTimeClient
{
    public Task<IReadOnlyList<string>> ListDomainsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<string>>(nameof(ListDomainsAsync), _ => [.. logto.JustInTimeDomains.Where(one => one.Organization == organization).Select(one => one.Domain)], cancellationToken);

    public Task AddDomainAsync(OrganizationId organization, string domain) => Run(nameof(AddDomainAsync), call =>
    {
        if (!logto.Organizations.Exists(candidate => candidate.Id == organization))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }

        if (logto.JustInTimeDomains.Contains((organization, domain)))
        {
            throw FakeLogto.Unprocessable("entity.unique_integrity_violation", call);
        }

        logto.JustInTimeDomains.Add((organization, domain));
        return true;
    });

    public Task RemoveDomainAsync(OrganizationId organization, string domain) => Run(nameof(RemoveDomainAsync), call =>
        logto.JustInTimeDomains.Remove((organization, domain)) ? true : throw FakeLogto.NotFound("entity.not_found", call));

    public Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Run(nameof(ListRolesAsync), _ => logto.NameRoles(logto.JustInTimeRoles.Where(one => one.Organization == organization).Select(one => one.Role)), cancellationToken);

    public Task ReplaceRolesAsync(OrganizationId organization, IReadOnlyList<OrganizationRoleId> roles) => Run(nameof(ReplaceRolesAsync), call =>
    {
        if (!logto.Organizations.Exists(candidate => candidate.Id == organization) || roles.Any(role => !logto.Roles.Exists(candidate => candidate.Id == role)))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }

        logto.JustInTimeRoles.RemoveAll(one => one.Organization == organization);
        logto.JustInTimeRoles.AddRange(roles.Select(role => (organization, role)));
        return true;
    });

    public Task<IReadOnlyList<SsoConnector>> ListSsoConnectorsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<SsoConnector>>(
            nameof(ListSsoConnectorsAsync),
            _ => [.. logto.SsoConnectors.Where(connector => logto.JustInTimeSsoConnectors.Contains((organization, connector.Id))).Select(FakeSsoConnectorsClient.View)],
            cancellationToken);

    public Task AddSsoConnectorAsync(OrganizationId organization, string connector) => Run(nameof(AddSsoConnectorAsync), call =>
    {
        if (!logto.Organizations.Exists(candidate => candidate.Id == organization) || !logto.SsoConnectors.Exists(one => one.Id == connector))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }

        if (!logto.JustInTimeSsoConnectors.Contains((organization, connector)))
        {
            logto.JustInTimeSsoConnectors.Add((organization, connector));
        }

        return true;
    });

    public Task RemoveSsoConnectorAsync(OrganizationId organization, string connector) => Run(nameof(RemoveSsoConnectorAsync), call =>
        logto.JustInTimeSsoConnectors.Remove((organization, connector)) ? true : throw FakeLogto.NotFound("entity.not_found", call));

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationJustInTimeClient), method, act, cancellationToken);
}
