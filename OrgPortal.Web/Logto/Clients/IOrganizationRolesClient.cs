using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The roles of the organization template, shared by all organizations of the tenant.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationRolesClient
{
    /// <summary><c>GET /organization-roles</c>, every page, ordered by name. Asked for by many: kept for a minute.</summary>
    Task<IReadOnlyList<OrganizationRole>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The next one who asks gets them as they are then.</summary>
    void Forget();
}
