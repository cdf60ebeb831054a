using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Makes the tokens themselves; what goes into them is decided elsewhere.</summary>
internal sealed class TokenIssuer(LogtoState state, TokenStore store, SigningKey key, EmulatorAddress address)
{
    /// <summary>A signed access token, for an API or an organization.</summary>
    /// <param name="subject">The user, or the client itself.</param>
    /// <param name="clientId">The application.</param>
    /// <param name="audience">The resource, or <c>urn:logto:organization:{id}</c>.</param>
    /// <param name="scope">Null leaves the claim out.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="organizationId">The organization a token for a resource was asked for; else null.</param>
    public string Signed(
        string subject, string clientId, string audience, string? scope, TimeSpan lifetime, string? organizationId = null)
    {
        var now = Now;
        var claims = new JsonObject
        {
            ["jti"] = TokenStore.NewSecret()[..21],
            ["sub"] = subject,
            ["iat"] = now,
            ["exp"] = now + (long)lifetime.TotalSeconds,
        };
        if (scope is not null)
        {
            claims["scope"] = scope;
        }

        claims["client_id"] = clientId;
        claims["iss"] = address.Issuer;
        claims["aud"] = audience;
        if (organizationId is not null)
        {
            claims["organization_id"] = organizationId;
        }

        return key.Sign("at+jwt", claims);
    }

    /// <summary>An access token that means something only here.</summary>
    public string Opaque(UserTokenBasis basis, IReadOnlyList<string> scopes)
    {
        var now = state.Clock.GetUtcNow();
        var token = new AccessToken
        {
            Value = TokenStore.NewSecret(),
            ClientId = basis.Client.Id,
            AccountId = basis.UserId,
            GrantId = basis.GrantId,
            BoundToSession = basis.BoundToSession,
            Sid = basis.Sid,
            Scopes = scopes,
            IssuedAt = now,
            ExpiresAt = now + Lifetimes.AccessToken,
        };
        store.Add(token);
        return token.Value;
    }

    public string IdToken(UserTokenBasis basis, IReadOnlyList<string> scopes)
    {
        var now = Now;
        var lifetime = basis.Client.CustomClientMetadata.IdTokenTtl ?? (long)Lifetimes.IdToken.TotalSeconds;
        var claims = state.Read(tables =>
            UserClaims.ForIdToken(tables, tables.Users.Find(basis.UserId) ?? throw OidcException.InvalidGrant(), scopes));
        if (basis.AuthTime is { } time)
        {
            claims["auth_time"] = time;
        }

        if (basis.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        if (basis.Sid is { } sid)
        {
            claims["sid"] = sid;
        }

        claims["aud"] = basis.Client.Id;
        claims["exp"] = now + lifetime;
        claims["iat"] = now;
        claims["iss"] = address.Issuer;
        return key.Sign(null, claims);
    }

    /// <summary>A refresh token.</summary>
    /// <param name="basis">For whom.</param>
    /// <param name="replaced">The one it takes the place of; null for the first. In a browser application it lives no longer than that.</param>
    public string Refresh(UserTokenBasis basis, RefreshToken? replaced = null)
    {
        var now = state.Clock.GetUtcNow();
        var token = new RefreshToken
        {
            Value = TokenStore.NewSecret(),
            ClientId = basis.Client.Id,
            AccountId = basis.UserId,
            GrantId = basis.GrantId,
            Scopes = basis.Scopes,
            Resources = basis.Resources,
            Nonce = basis.Nonce,
            AuthTime = basis.AuthTime,
            Sid = basis.Sid,
            BoundToSession = basis.BoundToSession,
            FirstIssuedAt = replaced?.FirstIssuedAt ?? now,
            IssuedAt = now,
            ExpiresAt = replaced is not null && basis.Client.Type is ApplicationType.SPA
                ? replaced.ExpiresAt
                : now + Lifetime(basis.Client.CustomClientMetadata),
        };
        store.Add(token);
        return token.Value;
    }

    private static TimeSpan Lifetime(CustomClientMetadata metadata) => metadata switch
    {
        { RefreshTokenTtlInDays: { } days } => TimeSpan.FromDays(days),
        { RefreshTokenTtl: { } seconds } => TimeSpan.FromSeconds(seconds),
        _ => Lifetimes.RefreshToken,
    };

    private long Now => state.Clock.GetUtcNow().ToUnixTimeSeconds();
}
