using System.Globalization;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationRolesClient : IOrganizationRolesClient
{
    private readonly LogtoConnection _logto;
    private readonly RecentValue<IReadOnlyList<OrganizationRole>> _roles;

    public OrganizationRolesClient(LogtoConnection logto, TimeProvider time)
    {
        _logto = logto;
        _roles = new RecentValue<IReadOnlyList<OrganizationRole>>(ReadAllAsync, TimeSpan.FromMinutes(1), time);
    }

    public Task<IReadOnlyList<OrganizationRole>> ListAsync(CancellationToken cancellationToken = default) => _roles.GetAsync(cancellationToken);

    public void Forget() => _roles.Forget();

    private async Task<IReadOnlyList<OrganizationRole>> ReadAllAsync()
    {
        var roles = new List<OrganizationRole>();
        for (var number = 1; ; number++)
        {
            var route = LogtoRoutes.OrganizationRoles.WithQuery(("page", number.ToString(CultureInfo.InvariantCulture)), ("page_size", "100"));
            var page = await _logto.GetPageAsync(route, new PageRequest(number, PageRequest.MaxSize), LogtoJson.Default.IReadOnlyListOrganizationRole, CancellationToken.None);
            roles.AddRange(page.Items);
            if (page.Items.Count == 0 || roles.Count >= page.TotalCount)
            {
                return roles;
            }
        }
    }
}
