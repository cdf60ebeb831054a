using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// When the bearer of a token last proved to Logto who they are. An access token does not say; the ID token that the same application got with it
/// does, when the sign-in asked for it (<c>max_age</c>, or <c>prompt=login</c>). It is sent along, and counts only for the same person and application.
/// </summary>
internal sealed class IdentityProofs(SigningKeys signingKeys, TimeProvider time)
{
    /// <summary>The header that carries the ID token.</summary>
    public const string Header = "Identity-Proof";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = BearerTokens.LongestToken };

    /// <summary>Seconds since 1970, as the ID token says; <see langword="null"/> when it proves nothing.</summary>
    public async ValueTask<long?> ReadAsync(string idToken, BearerToken bearer)
    {
        if (idToken.Length > BearerTokens.LongestToken || !_handler.CanReadToken(idToken) || await signingKeys.GetAsync() is not { } keys)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = keys.Issuer,
            ValidAudience = bearer.ClientId,
            IssuerSigningKeyResolver = (_, _, id, _) => keys.TryFind(id, out var key) ? [key] : [],
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [.. OpenIdConnectSetup.Algorithms],
            // Logto's ID tokens have no type; an access token or a logout token has one, and proves nothing.
            TypeValidator = (type, _, _) => string.IsNullOrEmpty(type) || type.Equals("JWT", StringComparison.OrdinalIgnoreCase) ? type : throw new SecurityTokenInvalidTypeException(),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires is { } until && (time.GetUtcNow() - BearerTokens.Skew).UtcDateTime < until,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken token } && token.Subject == bearer.Person.Value && token.TryGetPayloadValue<long>(PortalClaims.AuthenticationTime, out var at) ? at : null;
    }
}
