using System.Globalization;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationApplicationsClient(LogtoConnection logto) : IOrganizationApplicationsClient
{
    public Task<Page<OrganizationApplication>> ListAsync(OrganizationId organization, PageRequest page, CancellationToken cancellationToken = default)
    {
        var route = LogtoRoutes.Machines(organization).WithQuery(
            ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
            ("page_size", page.Size.ToString(CultureInfo.InvariantCulture)));
        return logto.GetPageAsync(route, page, LogtoJson.Default.IReadOnlyListOrganizationApplication, cancellationToken);
    }

    public Task AddAsync(OrganizationId organization, string application) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Machines(organization), Json(new ApplicationIdsBody([application]), LogtoJson.Default.ApplicationIdsBody));

    public Task RemoveAsync(OrganizationId organization, string application) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Machine(organization, application));

    public Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, string application, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.MachineRoles(organization, application), LogtoJson.Default.IReadOnlyListOrganizationRoleName, cancellationToken);

    public Task AddRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.MachineRoles(organization, application), Json(new OrganizationRoleIdsBody(roles), LogtoJson.Default.OrganizationRoleIdsBody));

    public Task ReplaceRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.MachineRoles(organization, application), Json(new OrganizationRoleIdsBody(roles), LogtoJson.Default.OrganizationRoleIdsBody));
}
