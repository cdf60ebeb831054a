using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>GET /oidc/.well-known/openid-configuration</c> and its OAuth twin: what Logto says of itself.</summary>
internal sealed class DiscoveryEndpoint(EmulatorAddress address)
{
    private static readonly string[] Claims =
    [
        "sub", "name", "family_name", "given_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website",
        "gender", "birthdate", "zoneinfo", "locale", "updated_at", "username", "created_at", "email", "email_verified", "phone_number",
        "phone_number_verified", "address", "custom_data", "identities", "sso_identities", "roles", "organizations", "organization_data",
        "organization_roles", "sid", "auth_time", "iss",
    ];

    public Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return OidcAnswers.JsonAsync(context, Metadata());
    }

    private JsonObject Metadata() => new()
    {
        ["authorization_endpoint"] = Of("/auth"),
        ["device_authorization_endpoint"] = Of("/device/auth"),
        ["claims_parameter_supported"] = false,
        ["claims_supported"] = Array(Claims),
        ["code_challenge_methods_supported"] = Array("S256"),
        ["end_session_endpoint"] = Of("/session/end"),
        ["grant_types_supported"] = Array(
            "implicit",
            "authorization_code",
            "refresh_token",
            "client_credentials",
            "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange"),
        ["issuer"] = address.Issuer,
        ["jwks_uri"] = Of("/jwks"),
        ["authorization_response_iss_parameter_supported"] = true,
        ["response_modes_supported"] = Array("form_post", "fragment", "query"),
        ["response_types_supported"] = Array("code id_token", "code", "id_token", "none"),
        ["scopes_supported"] = Array([.. Scopes.OpenId]),
        ["subject_types_supported"] = Array("public"),
        ["token_endpoint_auth_methods_supported"] =
            Array("client_secret_basic", "client_secret_jwt", "client_secret_post", "private_key_jwt", "none"),
        ["token_endpoint_auth_signing_alg_values_supported"] = Array("HS256", "RS256", "PS256", "ES256", "Ed25519", "EdDSA"),
        ["token_endpoint"] = Of("/token"),
        ["id_token_signing_alg_values_supported"] = Array(SigningKey.Algorithm),
        ["pushed_authorization_request_endpoint"] = Of("/request"),
        ["request_uri_parameter_supported"] = false,
        ["userinfo_endpoint"] = Of("/me"),
        ["introspection_endpoint"] = Of("/token/introspection"),
        ["revocation_endpoint"] = Of("/token/revocation"),
        ["backchannel_logout_supported"] = true,
        ["backchannel_logout_session_supported"] = true,
        ["claim_types_supported"] = Array("normal"),
    };

    private string Of(string path) => address.Issuer + path;

    private static JsonArray Array(params string[] values) => [.. values.Select(value => JsonValue.Create(value))];
}
