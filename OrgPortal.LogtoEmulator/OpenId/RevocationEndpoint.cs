using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>POST /oidc/token/revocation</c>: takes back the grant behind a token, and so all tokens that came of it.</summary>
internal sealed class RevocationEndpoint(ClientAuthentication authentication, LogtoState state, TokenStore store, SigningKey key)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var form = await OidcParameters.FromFormAsync(context.Request);
            var client = authentication.Authenticate(context.Request, form);
            ClientOrigins.Check(context, client);
            Revoke(client, form.Required("token"));
            context.Response.Headers.CacheControl = "no-store";
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private void Revoke(Application client, string token)
    {
        if (key.Read(token, "at+jwt", out _) is TokenReading.Genuine)
        {
            throw new OidcException("unsupported_token_type", "Structured JWT Tokens cannot be revoked via the revocation_endpoint");
        }

        var (owner, grantId) = store.FindRefreshToken(token) is { } refresh
            ? (refresh.ClientId, refresh.GrantId)
            : store.FindAccessToken(token) is { } access ? (access.ClientId, access.GrantId) : (null, null);
        if (owner is not null && owner != client.Id)
        {
            if (!client.IsConfidential)
            {
                return; // answered as a success, so that nobody can find out tokens by guessing
            }

            throw OidcException.InvalidRequest("client is not authorized to revoke the presented token");
        }

        if (grantId is not null)
        {
            state.Write(tables =>
            {
                tables.Grants.Remove(grantId);
                tables.Log("RevokeToken", new { applicationId = client.Id });
            });
        }
    }
}
