using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationRolesClient(LogtoConnection logto, TimeProvider time) : IOrganizationRolesClient
{
    private readonly RecentValue<IReadOnlyList<OrganizationRole>> _roles = new(
        () => logto.ReadAllAsync(LogtoRoutes.OrganizationRoles, LogtoJson.Default.IReadOnlyListOrganizationRole, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<IReadOnlyList<OrganizationRole>> ListAsync(CancellationToken cancellationToken = default) => _roles.GetAsync(cancellationToken);

    public void Forget() => _roles.Forget();
}
