using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>GET|POST /oidc/me</c>: what an opaque access token tells about its user, as of now.</summary>
internal sealed class UserInfoEndpoint(LogtoState state, TokenStore store)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var form = HttpMethods.IsPost(context.Request.Method) ? await OidcParameters.FromFormAsync(context.Request) : new(context.Request.Query);
            var token = Check(Bearer(context.Request, form));
            var scopes = Narrowed(token, form["scope"]);
            var claims = state.Read(tables => UserClaims.ForUserInfo(tables, tables.Users.Find(token.AccountId)!, scopes));
            await OidcAnswers.JsonAsync(context, claims);
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private static string Bearer(HttpRequest request, OidcParameters form)
    {
        var header = request.Headers.Authorization.ToString();
        var body = HttpMethods.IsPost(request.Method) ? form["access_token"] : null;
        if (request.Query.ContainsKey("access_token"))
        {
            throw OidcException.InvalidRequest("access tokens must not be provided via query parameter");
        }

        if (header.Length == 0)
        {
            return body ?? throw OidcException.InvalidToken("no access token provided");
        }

        if (body is not null)
        {
            throw OidcException.InvalidRequest("access token must only be provided using one mechanism");
        }

        return header.Split(' ') switch
        {
            [var scheme, var value] when scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => value,
            [_, _] => throw OidcException.InvalidRequest("authorization header scheme must be `Bearer`"),
            _ => throw OidcException.InvalidRequest("invalid authorization header value format"),
        };
    }

    /// <summary>The scopes to answer for: those of the token, or fewer where the request says so.</summary>
    private static IReadOnlyList<string> Narrowed(AccessToken token, string? scope)
    {
        var asked = scope is null ? token.Scopes : Scopes.Split(scope);
        return asked.Except(token.Scopes).ToArray() is { Length: > 0 } missing
            ? throw OidcException.InsufficientScope("access token missing requested scope", string.Join(' ', missing))
            : asked;
    }

    private AccessToken Check(string value)
    {
        var token = store.FindAccessToken(value) ?? throw OidcException.InvalidToken();
        var isAlive = state.Read(tables => tables.IsGranted(token.GrantId)
            && tables.OutlivesOrHasSession(token.BoundToSession, token.ClientId, token.GrantId)
            && tables.Users.Find(token.AccountId) is { IsSuspended: false });
        if (!isAlive)
        {
            throw OidcException.InvalidToken();
        }

        return token.Scopes.Contains(Scopes.OpenIdScope)
            ? token
            : throw OidcException.InsufficientScope("access token missing openid scope", Scopes.OpenIdScope);
    }
}
