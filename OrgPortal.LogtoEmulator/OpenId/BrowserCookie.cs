using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Knows browsers again by a cookie, and with them the session they have.</summary>
internal sealed class BrowserCookie(TokenStore store, LogtoState state)
{
    /// <summary>Cookies are shared by all ports of a host, so the name must not be anybody else's.</summary>
    public const string Name = "logto_emulator";

    /// <summary>The browser the request comes from; null if it has never been here.</summary>
    public Browser? Find(HttpContext context) => store.FindBrowser(context.Request.Cookies[Name]);

    /// <summary>The browser the request comes from, which gets a cookie if it has none.</summary>
    public Browser Ensure(HttpContext context)
    {
        var now = state.Clock.GetUtcNow();
        var browser = (Find(context) ?? new Browser(TokenStore.NewSecret(), now)) with { SeenAt = now };
        store.Put(browser);
        context.Response.Cookies.Append(Name, browser.Id, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetimes.Session,
            Path = "/",
            IsEssential = true,
        });
        return browser;
    }

    /// <summary>The browser's session, if it has one that is neither over nor that of somebody who may not come in.</summary>
    public Session? SessionOf(Browser? browser) => browser?.SessionUid is null ? null : state.Read(tables =>
        tables.Sessions.Find(browser.SessionUid) is { } session
        && session.ExpiresAt > tables.Now
        && tables.Users.Find(session.AccountId) is { IsSuspended: false }
            ? session
            : null);
}
