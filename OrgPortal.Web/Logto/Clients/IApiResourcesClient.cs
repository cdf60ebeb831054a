using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The APIs that the tenant issues tokens for, with their permissions. Logto's Management API is one of them and cannot be changed.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IApiResourcesClient
{
    /// <summary><c>GET /resources?includeScopes=true</c>: all of them.</summary>
    Task<IReadOnlyList<ApiResource>> ListAsync(CancellationToken cancellationToken = default);
}
