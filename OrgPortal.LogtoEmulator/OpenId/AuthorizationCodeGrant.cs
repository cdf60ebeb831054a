using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>grant_type=authorization_code</c>. A code is good for one exchange; a second one takes back everything.</summary>
internal sealed class AuthorizationCodeGrant(LogtoState state, TokenStore store, TokenIssuer issuer, UserAccess access)
{
    /// <exception cref="OidcException">The code is not good for this request.</exception>
    public JsonObject Exchange(Application client, OidcParameters form)
    {
        var redirectUri = form["redirect_uri"] ?? (client.OidcClientMetadata.RedirectUris is [var only] ? only : null);
        form.Require(redirectUri is null ? ["code", "redirect_uri"] : ["code"]);
        var code = Find(client, form["code"]!);
        Pkce.Check(code.CodeChallenge, form["code_verifier"]);
        if (code.RedirectUri != redirectUri)
        {
            throw OidcException.InvalidGrant();
        }

        Consume(code);
        var basis = UserTokenBasis.Of(client, code);
        var resource = access.FindResource(basis, form, basis.Scopes);
        return TokenAnswer.Of(
            access.Issue(basis, basis.Scopes, resource),
            basis.Scopes.Contains(Scopes.OpenIdScope) ? issuer.IdToken(basis, basis.Scopes) : null,
            IsRefreshable(basis) ? issuer.Refresh(basis) : null);
    }

    private static bool IsRefreshable(UserTokenBasis basis) =>
        basis.Scopes.Contains(Scopes.OfflineAccess)
        || (basis.Client.CustomClientMetadata.AlwaysIssueRefreshToken == true && basis.Client.Type is not ApplicationType.Native);

    private AuthorizationCode Find(Application client, string value) =>
        store.FindCode(value) is { } code
        && code.ClientId == client.Id
        && code.ExpiresAt > state.Clock.GetUtcNow()
        && state.Read(tables => tables.IsGranted(code.GrantId) && tables.OutlivesOrHasSession(code.BoundToSession, code.ClientId, code.GrantId))
            ? code
            : throw OidcException.InvalidGrant();

    private void Consume(AuthorizationCode code)
    {
        if (!store.Consume(code))
        {
            state.Write(tables => tables.Grants.Remove(code.GrantId));
            throw OidcException.InvalidGrant();
        }

        if (state.Read(tables => tables.Users.Find(code.AccountId)) is not { IsSuspended: false })
        {
            throw OidcException.InvalidGrant();
        }
    }
}
