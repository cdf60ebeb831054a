using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>People of the tenant. They are shared by all organizations: the portal reads them and changes none.</summary>
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
}
