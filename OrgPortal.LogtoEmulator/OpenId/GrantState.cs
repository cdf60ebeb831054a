using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>What codes and tokens depend on in the state.</summary>
internal static class GrantState
{
    /// <summary>Whether a grant is there and not too old.</summary>
    public static bool IsGranted(this LogtoTables tables, string grantId) =>
        tables.Grants.Find(grantId) is { } grant && grant.ExpiresAt > tables.Now;

    /// <summary>
    /// Whether what is bound to a session (null: to none) may still be used: the session goes on and is still used with the grant.
    /// </summary>
    public static bool OutlivesOrHasSession(this LogtoTables tables, string? sessionUid, string clientId, string grantId) =>
        sessionUid is null
        || (tables.Sessions.Find(sessionUid) is { } session
            && session.ExpiresAt > tables.Now
            && session.Authorizations.GetValueOrDefault(clientId)?.GrantId == grantId);
}
