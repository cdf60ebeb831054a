using System.Globalization;
using System.Security.Claims;

namespace OrgPortal.Web.Authentication;

/// <summary>What the portal keeps of an ID token, and what it adds. Nothing of it is a right.</summary>
internal static class PortalClaims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string UserName = "username";
    public const string EmailAddress = "email";
    public const string Picture = "picture";

    /// <summary>When the person last proved who they are, in seconds since 1970. Only when the sign-in asked for it.</summary>
    public const string AuthenticationTime = "auth_time";

    /// <summary>The key of the portal's session (not the secret in the cookie). Added when a session is read; never stored.</summary>
    public const string Session = "portal_session";

    /// <summary>The client's address, added to each request's person so that a circuit knows where it was opened from; never stored.</summary>
    public const string RemoteAddress = "portal_remote_address";

    /// <summary>Logto's own session; only while signing in, later it is a column.</summary>
    public const string LogtoSession = "sid";

    /// <summary>What a session stores.</summary>
    public static readonly IReadOnlyList<string> Stored = [Subject, Name, UserName, EmailAddress, Picture, AuthenticationTime];

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>When the person last proved who they are; <see langword="null"/> when the sign-in did not tell, or told no time.</summary>
    public static DateTimeOffset? AuthenticatedAt(ClaimsPrincipal person) =>
        long.TryParse(person.FindFirstValue(AuthenticationTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
