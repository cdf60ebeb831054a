using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>
/// A connection to an enterprise's identity provider, one item of <c>GET /api/sso-connectors</c> and of an organization's just-in-time connectors. Logto sends its secret along; there is no member
/// for it here, so that it ends where the answer is read.
/// </summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="ProviderName">One of <see cref="SsoProviders"/>; an unknown value is kept as it came.</param>
/// <param name="ConnectorName">Unique in the tenant. People who sign in do not see it.</param>
/// <param name="Domains">Whoever signs in with an address of these is sent through it.</param>
/// <param name="Config">What may be shown of its settings; empty before there are any.</param>
public sealed record SsoConnector(string Id, string ProviderName, string ConnectorName, IReadOnlyList<string> Domains, SsoConnectorConfig? Config = null);

/// <summary>What may be shown of a connector's settings.</summary>
/// <param name="Issuer">OpenID Connect: who the identity provider is.</param>
/// <param name="ClientId">OpenID Connect: what Logto is called there.</param>
/// <param name="EntityId">SAML: who the identity provider is.</param>
/// <param name="SignInEndpoint">SAML: where people sign in.</param>
/// <param name="MetadataUrl">SAML: where Logto reads all that by itself.</param>
public sealed record SsoConnectorConfig(string? Issuer = null, string? ClientId = null, string? EntityId = null, string? SignInEndpoint = null, string? MetadataUrl = null);

/// <summary>A connector that is to be made, without settings: the body of <c>POST /api/sso-connectors</c>.</summary>
/// <param name="ProviderName">One of <see cref="SsoProviders"/>.</param>
/// <param name="ConnectorName">1 to 128 characters.</param>
public sealed record NewSsoConnector(string ProviderName, string ConnectorName);

/// <summary>The settings of an OpenID Connect connector.</summary>
/// <param name="Issuer">Without a slash at its end: Logto appends the path of the discovery document.</param>
/// <param name="ClientId">What Logto is called at the identity provider.</param>
/// <param name="ClientSecret">Its secret there; <see langword="null"/> to keep the one that Logto has. Not to be logged or shown.</param>
public sealed record OidcConnectorSettings(string Issuer, string ClientId, string? ClientSecret)
{
    /// <summary>The issuer alone.</summary>
    public override string ToString() => Issuer;
}

/// <summary>The settings of a SAML connector, in the form that leaves Logto nothing to read by itself.</summary>
/// <param name="EntityId">Who the identity provider is.</param>
/// <param name="SignInEndpoint">Where people sign in, by redirect.</param>
/// <param name="X509Certificate">What its answers are signed with, as base64 without its first and last line.</param>
public sealed record SamlConnectorSettings(
    string EntityId, string SignInEndpoint, [property: JsonPropertyName("x509Certificate")] string X509Certificate);

/// <summary>The kinds of identity providers that Logto knows.</summary>
public static class SsoProviders
{
    /// <summary>Whatever speaks OpenID Connect.</summary>
    public const string Oidc = "OIDC";

    /// <summary>Whatever speaks SAML 2.0.</summary>
    public const string Saml = "SAML";

    /// <summary>Microsoft Entra ID over SAML.</summary>
    public const string Entra = "AzureAD";

    /// <summary>Microsoft Entra ID over OpenID Connect.</summary>
    public const string EntraOidc = "AzureAdOidc";

    /// <summary>Google Workspace.</summary>
    public const string Google = "GoogleWorkspace";

    /// <summary>Okta.</summary>
    public const string Okta = "Okta";
}
