using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Checks logout tokens as OpenID Connect Back-Channel Logout 1.0, section 2.6, asks for, and takes each of them once.</summary>
internal sealed class LogoutTokens(IOptionsMonitor<OpenIdConnectOptions> openId, TimeProvider time)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads a token.</summary>
    public async Task<LogoutToken> ReadAsync(string token)
    {
        var options = openId.Get(PortalSchemes.OpenId);
        TokenValidationResult result;
        try
        {
            result = await ValidateAsync(token, options);
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // Logto may have changed its keys. The configuration manager bounds how often it asks.
                options.ConfigurationManager!.RequestRefresh();
                result = await ValidateAsync(token, options);
            }
        }
        catch (InvalidOperationException)
        {
            return LogoutToken.Refused("the keys to check the token with could not be read");
        }

        return result.IsValid ? Read((JsonWebToken)result.SecurityToken) : LogoutToken.Refused($"the token is not valid ({result.Exception?.GetType().Name})");
    }

    private static async Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectOptions options)
    {
        var configuration = await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, Parameters(configuration, options.ClientId!));
    }

    private static TokenValidationParameters Parameters(OpenIdConnectConfiguration configuration, string clientId) => new()
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = clientId,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = OpenIdConnectSetup.Algorithms,
        // An ID token or an access token of the same issuer must not pass for a logout token.
        ValidTypes = ["logout+jwt"],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = Skew,
    };

    private LogoutToken Read(JsonWebToken token)
    {
        if (token.TryGetPayloadValue<object>("nonce", out _))
        {
            return LogoutToken.Refused("a logout token has no nonce");
        }

        if (!token.TryGetPayloadValue<JsonElement>("events", out var events) || events.ValueKind is not JsonValueKind.Object
            || !events.TryGetProperty(LogoutEvent, out var logout) || logout.ValueKind is not JsonValueKind.Object)
        {
            return LogoutToken.Refused("the token does not tell of a logout");
        }

        var now = time.GetUtcNow();
        if (!token.TryGetPayloadValue<long>("iat", out var issuedAt) || issuedAt < (now - LongestLife).ToUnixTimeSeconds() || issuedAt > (now + Skew).ToUnixTimeSeconds())
        {
            return LogoutToken.Refused("the token does not say that it was issued lately");
        }

        var user = UserId.TryParse(token.Subject, null, out var subject) ? subject : (UserId?)null;
        var session = token.TryGetPayloadValue<string>("sid", out var sid) && sid is { Length: > 0 } ? sid : null;
        if (user is null && session is null)
        {
            return LogoutToken.Refused("the token names neither a person nor a session");
        }

        return IsFirst(token.Id) ? new LogoutToken(user, session) : LogoutToken.Refused("the token was used before, or has no jti");
    }

    private bool IsFirst(string? id)
    {
        var now = time.GetUtcNow();
        foreach (var old in _seen.Where(entry => entry.Value < now))
        {
            _seen.TryRemove(old);
        }

        return !string.IsNullOrEmpty(id) && _seen.TryAdd(id, now + LongestLife + Skew);
    }
}
