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
        var now = state.Clock.GetUtcNow();
        var token = Find(client, form.Required("refresh_token"), now);
        var basis = UserTokenBasis.Of(client, token);
        var scopes = form["scope"] is { } scope ? Scopes.Split(scope) : basis.Scopes;
        if (scopes.Except(basis.Scopes).ToArray() is { Length: > 0 } missing)
        {
            throw OidcException.InvalidScope(missing);
        }

        CheckReuse(token, now);
        var organizationId = form["organization_id"];
        access.CheckOrganization(basis, organizationId);
        var refreshed = Rotated(basis, token, now); // before the resource is looked at: a wrong one uses the token up
        return TokenAnswer.Of(
            Access(basis, form, scopes, organizationId),
            scopes.Contains(Scopes.OpenIdScope) ? issuer.IdToken(basis, scopes) : null,
            refreshed);
    }

    private RefreshToken Find(Application client, string value, DateTimeOffset now) =>
        store.FindRefreshToken(value) is { } token
        && token.ClientId == client.Id
        && token.ExpiresAt > now
        && state.Read(tables => tables.IsGranted(token.GrantId)
            && tables.OutlivesOrHasSession(token.BoundToSession, token.ClientId, token.GrantId)
            && tables.Users.Find(token.AccountId) is { IsSuspended: false })
            ? token
            : throw OidcException.InvalidGrant();

    private IssuedAccess Access(UserTokenBasis basis, OidcParameters form, IReadOnlyList<string> scopes, string? organizationId) =>
        organizationId is not null && form.All("resource").Count == 0
            ? access.IssueForOrganization(basis, scopes, organizationId)
            : access.IssueAgain(basis, scopes, access.FindResource(basis, form, scopes), organizationId);

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
        var isOld = (now - token.IssuedAt) / (token.ExpiresAt - token.IssuedAt) >= Lifetimes.RotationAfter;
        var isTooOld = now - token.FirstIssuedAt >= Lifetimes.RotationUntil;
        if (basis.Client.CustomClientMetadata.RotateRefreshToken == false || isTooOld || !(isOld || !basis.Client.IsConfidential))
        {
            return token.Value;
        }

        store.Replace(token);
        return issuer.Refresh(basis, token);
    }
}
