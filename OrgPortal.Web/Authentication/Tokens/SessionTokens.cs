namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>The tokens of a session.</summary>
/// <param name="IdToken">The latest ID token: tells Logto at sign-out who leaves.</param>
/// <param name="RefreshToken">The refresh token. Logto rotates it: the one before it is dead.</param>
/// <param name="Access">Access tokens by what they are for (<see cref="TokenTarget.Key"/>).</param>
internal sealed record SessionTokens(string? IdToken, string? RefreshToken, IReadOnlyDictionary<string, UserToken> Access)
{
    /// <summary>None.</summary>
    public static SessionTokens None { get; } = new(null, null, new Dictionary<string, UserToken>());

    /// <summary>The tokens with those of a refresh in place of the old ones.</summary>
    public SessionTokens With(TokenTarget target, TokenGranted granted, DateTimeOffset now)
    {
        // Whoever visits many organizations shall not carry a token for each of them for ever.
        var access = Access.Where(token => token.Value.ExpiresAt > now).ToDictionary(StringComparer.Ordinal);
        access[target.Key] = granted.Token;
        return new SessionTokens(granted.IdToken ?? IdToken, granted.RefreshToken ?? RefreshToken, access);
    }
}
