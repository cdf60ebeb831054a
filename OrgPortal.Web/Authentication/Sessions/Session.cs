using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>One sign-in in one browser.</summary>
/// <param name="Key">What it is called inside the portal; the cookie's secret cannot be computed from it.</param>
/// <param name="User">Whose.</param>
/// <param name="LogtoSessionId">Logto's <c>sid</c>, if it tells one.</param>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
/// <param name="Content">What it holds.</param>
internal sealed record Session(string Key, UserId User, string? LogtoSessionId, DateTimeOffset ExpiresAt, SessionContent Content);

/// <summary>What a session holds: written to the store as protected JSON.</summary>
/// <param name="StartedAt">When the person signed in here.</param>
/// <param name="Claims">What the sign-in told of the person: type and value, see <see cref="PortalClaims.Stored"/>.</param>
/// <param name="Tokens">The person's tokens.</param>
/// <param name="Device">What the browser called itself when the person signed in (<c>User-Agent</c>), cut; <see langword="null"/> when it did not.</param>
internal sealed record SessionContent(DateTimeOffset StartedAt, IReadOnlyList<KeyValuePair<string, string>> Claims, SessionTokens Tokens, string? Device = null);
