using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>GET /oidc/jwks</c>: the key that tokens are verified with.</summary>
internal sealed class KeysEndpoint(SigningKey key)
{
    public Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return OidcAnswers.JsonAsync(context, new JsonObject { ["keys"] = new JsonArray(key.PublicKey()) }, type: "application/jwk-set+json");
    }
}
