using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The webhooks of the tenant: whom Logto tells what.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IHooksClient
{
    /// <summary><c>GET /hooks</c>: all of them, with their signing keys.</summary>
    Task<IReadOnlyList<Hook>> ListAsync(CancellationToken cancellationToken = default);
}
