namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>What Logto's token endpoint said.</summary>
internal abstract record TokenAnswer;

/// <summary>Here is a token.</summary>
/// <param name="Token">The access token.</param>
/// <param name="RefreshToken">The refresh token to use from now on; <see langword="null"/> keeps the old one.</param>
/// <param name="IdToken">A fresh ID token, if one came.</param>
internal sealed record TokenGranted(UserToken Token, string? RefreshToken, string? IdToken) : TokenAnswer;

/// <summary>No.</summary>
/// <param name="Error">The OAuth error code, such as <c>invalid_grant</c>.</param>
internal sealed record TokenRefused(string Error) : TokenAnswer;

/// <summary>No usable answer.</summary>
internal sealed record TokenUnreachable : TokenAnswer;
