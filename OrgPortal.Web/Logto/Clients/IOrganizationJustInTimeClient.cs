using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>
/// Who joins an organization by signing up: people with an address of these domains, with these roles. Logto looks only at the part after
/// the <c>@</c>, exactly, and at nobody who has an account already. It neither checks a domain nor asks whose it is: the caller does.
/// </summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationJustInTimeClient
{
    /// <summary><c>GET /organizations/{id}/jit/email-domains</c>: all of them, as they were put there. An unknown organization has none: no error.</summary>
    Task<IReadOnlyList<string>> ListDomainsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /organizations/{id}/jit/email-domains</c>; 422 <c>entity.unique_integrity_violation</c> when it is there already,
    /// 422 <c>entity.relation_foreign_key_not_found</c> for an unknown organization.
    /// </summary>
    Task AddDomainAsync(OrganizationId organization, string domain);

    /// <summary><c>DELETE /organizations/{id}/jit/email-domains/{emailDomain}</c>; 404 <c>entity.not_found</c> when it is not there.</summary>
    Task RemoveDomainAsync(OrganizationId organization, string domain);

    /// <summary><c>GET /organizations/{id}/jit/roles</c>: what people get who join by themselves, whichever way. An unknown organization has none: no error.</summary>
    Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary><c>PUT /organizations/{id}/jit/roles</c>: replaces them; 422 <c>entity.relation_foreign_key_not_found</c> for an unknown role.</summary>
    Task ReplaceRolesAsync(OrganizationId organization, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary>
    /// <c>GET /organizations/{id}/jit/sso-connectors</c>: whoever signs in through one of these becomes a member, also with an account from before. Logto asks no identity provider for it. An unknown
    /// organization is answered 404 <c>entity.not_exists_with_id</c>.
    /// </summary>
    Task<IReadOnlyList<SsoConnector>> ListSsoConnectorsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary><c>POST /organizations/{id}/jit/sso-connectors</c>: adds one; again is fine. 422 <c>entity.relation_foreign_key_not_found</c> when there is no such connector.</summary>
    Task AddSsoConnectorAsync(OrganizationId organization, string connector);

    /// <summary><c>DELETE /organizations/{id}/jit/sso-connectors/{ssoConnectorId}</c>; 404 <c>entity.not_found</c> when it is not there. Members stay.</summary>
    Task RemoveSsoConnectorAsync(OrganizationId organization, string connector);
}
