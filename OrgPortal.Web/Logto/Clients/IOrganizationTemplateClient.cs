using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The organization template, shared by all organizations of the tenant: its permissions. Its roles are read by <see cref="IOrganizationRolesClient"/>.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationTemplateClient
{
    /// <summary><c>GET /organization-scopes</c>: all of them, ordered by name.</summary>
    Task<IReadOnlyList<OrganizationScope>> ListScopesAsync(CancellationToken cancellationToken = default);
}
