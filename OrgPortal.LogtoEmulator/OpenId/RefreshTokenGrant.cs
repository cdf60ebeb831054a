using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// <c>grant_type=refresh_token</c>, for an organization, a resource, both or neither. Public clients get a new refresh token every
/// time, others late in its life. The old one works for three seconds more; after that its use takes back the grant.
/// </summary>
internal sealed class RefreshTokenGrant(LogtoState state, TokenStore store, TokenIssuer issuer, UserAccess access)
{
    /// <exception cref="OidcException">The token is not good for this request.</exception>
    public JsonObject Exchange(Application client, OidcParameters form)
    {
        var token = store.FindRefreshToken(form.Required("refresh_token")) ?? throw OidcException.InvalidGrant();
        var now = state.Clock.GetUtcNow();
        if (token.ClientId != client.Id || token.ExpiresAt <= now || !IsAlive(token))
        {
            throw OidcException.InvalidGrant();
        }

        var basis = UserTokenBasis.Of(client, token);
        var (organizationId, scope) = (form["organization_id"], form["scope"]);
        var resource = form["resource"] ?? (organizationId is null ? access.DefaultResource(basis) : null);
        var scopes = scope is null ? basis.Scopes : Scopes.Split(scope);
        CheckScopes(basis, scopes, organizationId);
        CheckReuse(token, now);
        access.Check(basis, resource, organizationId);
        return TokenAnswer.Of(
            access.Issue(basis, scopes, resource, organizationId),
            scopes.Contains(Scopes.OpenIdScope) ? issuer.IdToken(basis, scopes) : null,
            Rotated(basis, token, now));
    }

    private bool IsAlive(RefreshToken token) => state.Read(tables =>
        tables.Grants.Find(token.GrantId) is { } grant
        && grant.ExpiresAt > tables.Now
        && tables.Users.Find(token.AccountId) is { IsSuspended: false });

    private static void CheckScopes(UserTokenBasis basis, IReadOnlyList<string> scopes, string? organizationId)
    {
        if (organizationId is not null && !basis.Scopes.Contains(Scopes.Organizations))
        {
            throw OidcException.InsufficientScope("refresh token missing required scope", Scopes.Organizations);
        }

        if (scopes.Except(basis.Scopes).ToArray() is { Length: > 0 } missing)
        {
            throw OidcException.InvalidScope(missing);
        }
    }

    private void CheckReuse(RefreshToken token, DateTimeOffset now)
    {
        if (token.ReplacedAt is { } replaced && now - replaced > Lifetimes.RefreshTokenReuse)
        {
            state.Write(tables => tables.Grants.Remove(token.GrantId));
            throw OidcException.InvalidGrant();
        }
    }

    private string Rotated(UserTokenBasis basis, RefreshToken token, DateTimeOffset now)
    {
        var isPublic = !basis.Client.IsConfidential;
        var isOld = (now - token.IssuedAt) / (token.ExpiresAt - token.IssuedAt) >= Lifetimes.RotationAfter;
        if (basis.Client.CustomClientMetadata.RotateRefreshToken == false || !(isPublic || isOld))
        {
            return token.Value;
        }

        store.Replace(token);
        return issuer.Refresh(basis, isPublic ? token.ExpiresAt : null);
    }
}
