using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>People of the tenant. They are shared by all organizations: the portal changes only what people change about themselves.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IUsersClient
{
    /// <summary><c>GET /users/{id}</c>; 404 <c>entity.not_found</c>.</summary>
    Task<User> GetAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>GET /users</c>, searched by primary address, exactly but in any case: whether an account has it.</summary>
    Task<bool> HasAddressAsync(string address, CancellationToken cancellationToken = default);

    /// <summary><c>GET /users/{id}/organizations</c>: every organization of the person with the roles there; 404 when there is no such person.</summary>
    Task<IReadOnlyList<UserOrganization>> ListOrganizationsAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>GET /users/{id}/mfa-verifications</c>: the person's second factors; empty for none, 404 when there is no such person.</summary>
    Task<IReadOnlyList<SecondFactor>> ListSecondFactorsAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>GET /users/{id}/roles</c>: the person's roles in the tenant, outside of any organization; empty for none, 404 when there is no such person.</summary>
    Task<IReadOnlyList<Role>> ListRolesAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>GET /users/{id}?includeSsoIdentities=true</c>: the ids of the enterprise connectors that the person has signed in through; 404 when there is no such person.</summary>
    Task<IReadOnlyList<string>> ListSsoConnectorsAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>PATCH /users/{id}</c>: 404 when there is no such person, 400 <c>guard.invalid_input</c> for an avatar that is no address.</summary>
    Task<User> UpdateAsync(UserId user, UserChange change);

    /// <summary><c>PATCH /users/{id}/profile</c>: the language that Logto speaks with the person; the rest of the profile stays.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="locale">A language tag: <c>en</c>, <c>zh-CN</c>.</param>
    Task SetLocaleAsync(UserId user, string locale);

    /// <summary><c>GET /users/{id}/sessions</c>: where the person is signed in at Logto; empty for nowhere.</summary>
    Task<IReadOnlyList<UserSession>> ListSessionsAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>DELETE /users/{id}/sessions/{uid}</c> with what the session had granted to first-party applications, so that their tokens end too; 404
    /// <c>oidc.session_not_found</c>. Tells no application: the portal ends its own session itself.
    /// </summary>
    Task EndSessionAsync(UserId user, string session);
}
