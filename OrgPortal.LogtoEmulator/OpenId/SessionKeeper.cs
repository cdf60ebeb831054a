using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Begins and ends sessions.</summary>
internal sealed class SessionKeeper(LogtoState state, TokenStore store, BrowserCookie cookie, BackchannelLogout backchannel)
{
    /// <summary>
    /// Notes that somebody has proved who they are. The browser's session goes on if it is theirs; somebody else's ends as if they
    /// had signed out. Somebody who <paramref name="isNew"/> has registered, which is told of instead of a sign-in.
    /// </summary>
    public async Task<Session> SignInAsync(Browser browser, string userId, string clientId, bool isNew = false)
    {
        var current = cookie.SessionOf(browser);
        if (current is not null && current.AccountId != userId)
        {
            await EndAsync(current);
            current = null;
        }

        var session = state.Write(tables =>
        {
            var begun = tables.Sessions.Put((current ?? new Session
            {
                Uid = LogtoIds.Standard(),
                AccountId = userId,
                CreatedAt = tables.Now,
            }) with
            {
                LoginTs = tables.Now / 1000,
                ExpiresAt = tables.Now + (long)Lifetimes.Session.TotalMilliseconds,
            });
            tables.RecordSignIn(userId, clientId, begun.Uid, isNew);
            return begun;
        });
        store.Put(browser with { SessionUid = session.Uid });
        return session;
    }

    /// <summary>
    /// Ends a session and tells the applications that want to know. Grants with <c>offline_access</c> stay, and with them their
    /// refresh tokens.
    /// </summary>
    public async Task EndAsync(Session session)
    {
        state.Write(tables =>
        {
            tables.Sessions.Remove(session.Uid);
            var grants = session.Authorizations.Values.Select(authorization => authorization.GrantId).ToHashSet();
            tables.Grants.RemoveWhere(grant =>
                grants.Contains(grant.Id) && !Scopes.Split(grant.OpenIdScope).Contains(Scopes.OfflineAccess));
        });
        await backchannel.SendAsync(session);
    }
}
