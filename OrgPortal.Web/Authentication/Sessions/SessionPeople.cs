using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

internal sealed class SessionPeople(ISessionStore store, SessionRegistry sessions, SessionGates gates, ITenantEvents events) : ISessionPeople
{
    public async Task RenameAsync(UserId user, string? name, string? picture)
    {
        foreach (var (key, _) in await store.FindByUserAsync(user))
        {
            // Not while a refresh is under way: whoever writes last would take the other's work away.
            using var held = await gates.EnterAsync(key);
            if (await sessions.FindAsync(key) is { } session)
            {
                await sessions.SaveClaimsAsync(session, Renamed(session.Content.Claims, name, picture));
            }
        }

        events.Publish(new PersonChanged(user));
    }

    private static List<KeyValuePair<string, string>> Renamed(IReadOnlyList<KeyValuePair<string, string>> claims, string? name, string? picture)
    {
        var renamed = claims.Where(claim => claim.Key is not (PortalClaims.Name or PortalClaims.Picture)).ToList();
        if (name is not null)
        {
            renamed.Add(KeyValuePair.Create(PortalClaims.Name, name));
        }

        if (picture is not null)
        {
            renamed.Add(KeyValuePair.Create(PortalClaims.Picture, picture));
        }

        return renamed;
    }
}
