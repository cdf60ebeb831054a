using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>POST /oidc/token/introspection</c>: whether an opaque token is still good, and for what.</summary>
internal sealed class IntrospectionEndpoint(
    ClientAuthentication authentication, LogtoState state, TokenStore store, SigningKey key, EmulatorAddress address)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var form = await OidcParameters.FromFormAsync(context.Request);
            authentication.Authenticate(context.Request, form);
            var token = form.Required("token");
            if (key.Read(token, "at+jwt", out _) is TokenReading.Genuine)
            {
                throw new OidcException(
                    "unsupported_token_type", "Structured JWT Tokens cannot be introspected via the introspection_endpoint");
            }

            await OidcAnswers.JsonAsync(context, Refresh(token) ?? Access(token) ?? new JsonObject { ["active"] = false });
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private JsonObject? Refresh(string value) =>
        store.FindRefreshToken(value) is { ReplacedAt: null } token && token.ExpiresAt > state.Clock.GetUtcNow() && HasGrant(token.GrantId)
            ? Body(token.AccountId, token.ClientId, token.ExpiresAt, token.IssuedAt, token.Scopes)
            : null;

    private JsonObject? Access(string value)
    {
        if (store.FindAccessToken(value) is not { } token || !HasGrant(token.GrantId))
        {
            return null;
        }

        var body = Body(token.AccountId, token.ClientId, token.ExpiresAt, token.IssuedAt, token.Scopes);
        body["token_type"] = "Bearer";
        return body;
    }

    private bool HasGrant(string grantId) => state.Read(tables => tables.Grants.Has(grantId));

    private JsonObject Body(string sub, string clientId, DateTimeOffset expires, DateTimeOffset issued, IReadOnlyList<string> scopes) => new()
    {
        ["active"] = true,
        ["sub"] = sub,
        ["client_id"] = clientId,
        ["exp"] = expires.ToUnixTimeSeconds(),
        ["iat"] = issued.ToUnixTimeSeconds(),
        ["iss"] = address.Issuer,
        ["scope"] = Scopes.Join(scopes),
    };
}
