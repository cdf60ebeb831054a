using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>A session as a store keeps it. Contains nothing by which the store's reader could take the session over.</summary>
/// <param name="Key">SHA-256 of the secret in the cookie, hexadecimal.</param>
/// <param name="User">Whose.</param>
/// <param name="LogtoSessionId">Logto's <c>sid</c>, if it tells one.</param>
/// <param name="Content">Claims and tokens, protected by the portal's keys.</param>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
public sealed record StoredSession(string Key, UserId User, string? LogtoSessionId, ReadOnlyMemory<byte> Content, DateTimeOffset ExpiresAt);
