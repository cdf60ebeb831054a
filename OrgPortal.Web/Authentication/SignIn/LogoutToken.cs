using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>What a logout token says, or why it is none.</summary>
/// <param name="User">Whose sessions end.</param>
/// <param name="LogtoSessionId">Which session at Logto ended; <see langword="null"/> for all.</param>
/// <param name="Refusal">Why the token does not count, in words without anything secret; <see langword="null"/> when it does.</param>
internal sealed record LogoutToken(UserId? User, string? LogtoSessionId, string? Refusal = null)
{
    /// <summary>A token that does not count.</summary>
    public static LogoutToken Refused(string reason) => new(null, null, reason);
}
