using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>grant_type=authorization_code</c>. A code is good for one exchange; a second one takes back everything.</summary>
internal sealed class AuthorizationCodeGrant(LogtoState state, TokenStore store, TokenIssuer issuer, UserAccess access)
{
    /// <exception cref="OidcException">The code is not good for this request.</exception>
    public JsonObject Exchange(Application client, OidcParameters form)
    {
        var code = store.FindCode(form.Required("code")) ?? throw OidcException.InvalidGrant();
        CheckBelongs(client, code, form);
        if (!store.Consume(code))
        {
            state.Write(tables => tables.Grants.Remove(code.GrantId));
            throw OidcException.InvalidGrant();
        }

        var basis = UserTokenBasis.Of(client, code);
        var resource = form["resource"] ?? access.DefaultResource(basis);
        access.Check(basis, resource, null);
        return TokenAnswer.Of(
            access.Issue(basis, basis.Scopes, resource, null),
            basis.Scopes.Contains(Scopes.OpenIdScope) ? issuer.IdToken(basis, basis.Scopes) : null,
            IsRefreshable(basis) ? issuer.Refresh(basis) : null);
    }

    private static bool IsRefreshable(UserTokenBasis basis) =>
        basis.Scopes.Contains(Scopes.OfflineAccess) || basis.Client.CustomClientMetadata.AlwaysIssueRefreshToken == true;

    private void CheckBelongs(Application client, AuthorizationCode code, OidcParameters form)
    {
        var isAlive = state.Read(tables => tables.Grants.Has(code.GrantId)
            && tables.Users.Find(code.AccountId) is { IsSuspended: false }
            && (code.Scopes.Contains(Scopes.OfflineAccess) || tables.Sessions.Has(code.SessionUid)));
        var isRight = code.ClientId == client.Id
            && (code.ExpiresAt > state.Clock.GetUtcNow() || code.IsConsumed)
            && IsProved(code.CodeChallenge, form["code_verifier"])
            && (form["redirect_uri"] ?? code.RedirectUri) == code.RedirectUri;
        if (!isAlive || !isRight)
        {
            throw OidcException.InvalidGrant();
        }
    }

    /// <summary>PKCE: what was promised with the request must be kept, and what was not promised must not be sent.</summary>
    private static bool IsProved(string? challenge, string? verifier) => (challenge, verifier) switch
    {
        (null, null) => true,
        ({ } promised, { } kept) => promised == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(kept))),
        _ => false,
    };
}
