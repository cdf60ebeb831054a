using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Connections to enterprises' identity providers. They belong to the whole tenant: whose one is, the caller knows.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface ISsoConnectorsClient
{
    /// <summary>
    /// <c>GET /sso-connectors</c>: all of the tenant. Logto asks every identity provider for its settings before it answers, so this takes as long as the slowest of them.
    /// </summary>
    Task<IReadOnlyList<SsoConnector>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /sso-connectors</c>: 409 <c>single_sign_on.duplicate_connector_name</c>, 422 <c>connector.not_found</c> for an unknown provider.</summary>
    Task<SsoConnector> CreateAsync(NewSsoConnector connector);

    /// <summary>
    /// <c>GET /sso-connectors/{id}</c>: the settings that it has, to keep what is not changed. Where there are some, Logto asks the identity provider before it answers. 404 when there is no such connector.
    /// </summary>
    Task<KeptSsoConfig> ReadConfigAsync(string connector);

    /// <summary>
    /// <c>PATCH /sso-connectors/{id}</c> with settings and domains: Logto reads the identity provider's discovery document first; 400 <c>connector.invalid_config</c> when it cannot use it,
    /// 404 when there is no such connector.
    /// </summary>
    /// <param name="connector">Which.</param>
    /// <param name="kept">What stays: the secret, unless there is a new one, and what somebody set in Logto's console. Logto replaces the settings as a whole.</param>
    /// <param name="settings">What is changed.</param>
    /// <param name="domains">In lower case.</param>
    Task<SsoConnector> ConfigureOidcAsync(string connector, KeptSsoConfig kept, OidcConnectorSettings settings, IReadOnlyList<string> domains);

    /// <summary><c>PATCH /sso-connectors/{id}</c>: 400 <c>connector.invalid_metadata</c> or <c>connector.invalid_certificate</c> when Logto cannot use them.</summary>
    Task<SsoConnector> ConfigureSamlAsync(string connector, SamlConnectorSettings settings, IReadOnlyList<string> domains);

    /// <summary>
    /// <c>PATCH /sso-connectors/{id}</c>: whose addresses are sent through it; 422 <c>single_sign_on.forbidden_domains</c> or <c>single_sign_on.duplicated_domains</c>. A connector without any is
    /// not available to anybody.
    /// </summary>
    /// <param name="connector">Which.</param>
    /// <param name="name">What it is called, which stays: older versions of Logto change nothing when a change holds domains only.</param>
    /// <param name="domains">In lower case.</param>
    Task SetDomainsAsync(string connector, string name, IReadOnlyList<string> domains);

    /// <summary><c>DELETE /sso-connectors/{id}</c>, with what accounts know of it, and from every organization; 404 when there is no such connector.</summary>
    Task DeleteAsync(string connector);
}
