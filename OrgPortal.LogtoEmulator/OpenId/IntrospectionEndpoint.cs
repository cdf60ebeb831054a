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
            var client = authentication.Authenticate(context.Request, form);
            var token = form.Required("token");
            if (key.Read(token, "at+jwt", out _) is TokenReading.Genuine)
            {
                throw new OidcException(
                    "unsupported_token_type", "Structured JWT Tokens cannot be introspected via the introspection_endpoint");
            }

            await OidcAnswers.JsonAsync(context, Refresh(client, token) ?? Access(client, token) ?? new JsonObject { ["active"] = false });
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private JsonObject? Refresh(Application client, string value) =>
        store.FindRefreshToken(value) is { ReplacedAt: null } token
        && token.ExpiresAt > state.Clock.GetUtcNow()
        && MaySee(client, token.ClientId)
        && IsAlive(token.BoundToSession, token.ClientId, token.GrantId)
            ? Body(token.AccountId, token.ClientId, token.ExpiresAt, token.IssuedAt, token.Scopes, token.Sid)
            : null;

    private JsonObject? Access(Application client, string value)
    {
        if (store.FindAccessToken(value) is not { } token
            || !MaySee(client, token.ClientId)
            || !IsAlive(token.BoundToSession, token.ClientId, token.GrantId))
        {
            return null;
        }

        var body = Body(token.AccountId, token.ClientId, token.ExpiresAt, token.IssuedAt, token.Scopes, token.Sid);
        body["token_type"] = "Bearer";
        return body;
    }

    /// <summary>An application without a secret is told of its own tokens only.</summary>
    private static bool MaySee(Application client, string owner) => client.IsConfidential || client.Id == owner;

    private bool IsAlive(string? session, string clientId, string grantId) =>
        state.Read(tables => tables.IsGranted(grantId) && tables.OutlivesOrHasSession(session, clientId, grantId));

    private JsonObject Body(
        string sub, string clientId, DateTimeOffset expires, DateTimeOffset issued, IReadOnlyList<string> scopes, string? sid)
    {
        var body = new JsonObject
        {
            ["active"] = true,
            ["sub"] = sub,
            ["client_id"] = clientId,
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["iss"] = address.Issuer,
            ["scope"] = Scopes.Join(scopes),
        };
        if (sid is not null)
        {
            body["sid"] = sid;
        }

        return body;
    }
}
