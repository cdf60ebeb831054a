using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The webhooks of the tenant: whom Logto tells what.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IHooksClient
{
    /// <summary><c>GET /hooks</c>: all of them, with their signing keys.</summary>
    Task<IReadOnlyList<Hook>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /hooks</c>; the answer has the signing key.</summary>
    Task<Hook> CreateAsync(NewHook hook);

    /// <summary><c>PATCH /hooks/{id}</c>; 404 <c>entity.not_exists</c>.</summary>
    Task<Hook> UpdateAsync(string hook, HookChange change);

    /// <summary><c>DELETE /hooks/{id}</c>; 404 <c>entity.not_found</c>.</summary>
    Task DeleteAsync(string hook);
}
