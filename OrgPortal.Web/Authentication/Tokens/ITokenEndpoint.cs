namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>Logto's token and revocation endpoints, for the portal's web application.</summary>
internal interface ITokenEndpoint
{
    /// <summary>Trades a refresh token. Never retried, never cancelled: the answer may hold the only refresh token that still works.</summary>
    Task<TokenAnswer> RefreshAsync(string refreshToken, TokenTarget target);

    /// <summary>Kills a refresh token and all that came of it. Best effort within five seconds.</summary>
    Task RevokeAsync(string refreshToken);
}
