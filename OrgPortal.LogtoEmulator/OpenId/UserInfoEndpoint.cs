using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>GET|POST /oidc/me</c>: what an opaque access token tells about its user, as of now.</summary>
internal sealed class UserInfoEndpoint(LogtoState state, TokenStore store)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var token = Check(await BearerAsync(context.Request));
            var claims = state.Read(tables => UserClaims.ForUserInfo(tables, tables.Users.Find(token.AccountId)!, token.Scopes));
            await OidcAnswers.JsonAsync(context, claims);
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private static async Task<string> BearerAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                ? header["Bearer ".Length..].Trim()
                : throw OidcException.InvalidRequest("invalid authorization header value format");
        }

        var form = HttpMethods.IsPost(request.Method) ? await OidcParameters.FromFormAsync(request) : new OidcParameters([]);
        return form["access_token"] ?? throw OidcException.InvalidToken("no access token provided");
    }

    private AccessToken Check(string value)
    {
        var token = store.FindAccessToken(value) ?? throw OidcException.InvalidToken();
        var isAlive = state.Read(tables =>
            tables.Grants.Has(token.GrantId) && tables.Users.Find(token.AccountId) is { IsSuspended: false });
        if (!isAlive)
        {
            throw OidcException.InvalidToken();
        }

        return token.Scopes.Contains(Scopes.OpenIdScope)
            ? token
            : throw OidcException.InsufficientScope("access token missing openid scope", Scopes.OpenIdScope);
    }
}
