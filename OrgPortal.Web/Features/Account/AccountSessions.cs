using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

/// <summary>
/// A person's sessions, here and at Logto. The two are matched by what Logto told the portal its session is called; a Logto that tells no such name
/// lists both apart. Ending one ends Logto's first: with that alive, the browser would be signed in again without a question.
/// </summary>
internal sealed class AccountSessions(ISessions sessions, IUsersClient users, IAuditTrail audit)
{
    // So that a name of Logto's is never taken for one of the portal's.
    private const string AtLogto = "logto:";

    public async Task<Result<AccountSessionList>> ListAsync(Person me, CancellationToken cancellationToken)
    {
        var (found, isComplete) = await FindAsync(me, cancellationToken);
        return new AccountSessionList([.. found.Select(one => one.Session)], isComplete is null);
    }

    public async Task<Result> EndAsync(Person me, Func<AccountSession, bool> which)
    {
        var (found, failure) = await FindAsync(me, CancellationToken.None);
        if (failure is not null)
        {
            return failure;
        }

        var ending = found.Where(one => which(one.Session)).ToList();
        if (ending.Count == 0)
        {
            return Result.Done;
        }

        var begun = await audit.BeginAsync(new AuditAct(AuditActions.EndSessions, null, "account", me.Id.Value, me.Name, After: new { sessions = ending.Count }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var refused = await EndAllAsync(me.Id, ending);
        await entry.CompleteAsync(refused);
        return refused ?? Result.Done;
    }

    private async Task<Failure?> EndAllAsync(UserId me, IReadOnlyList<Found> ending)
    {
        // The one that asks comes last: nobody listens any more after it.
        foreach (var one in ending.OrderBy(one => one.Session.IsHere))
        {
            foreach (var uid in one.AtLogto)
            {
                var ended = await users.EndSessionAsync(me, uid).ToResultAsync();
                if (ended.Failure is not (null or NotFound))
                {
                    return ended.Failure;
                }
            }

            if (one.Session.IsInPortal)
            {
                await sessions.EndAsync(one.Session.Id);
            }
        }

        return null;
    }

    private async Task<(IReadOnlyList<Found> Sessions, Failure? NotAsked)> FindAsync(Person me, CancellationToken cancellationToken)
    {
        var asking = users.ListSessionsAsync(me.Id, cancellationToken).ToResultAsync();
        var own = await sessions.ListAsync(me.Id, cancellationToken);
        var asked = await asking;
        IReadOnlyList<UserSession> atLogto = asked.IsFailure ? [] : asked.Value;
        var matched = own.ToLookup(session => atLogto.FirstOrDefault(one => session.LogtoSessionId is { } sid && one.ApplicationSessions.Contains(sid))?.Uid);

        // Several sessions of one browser, whose cookie was lost in between, have one session at Logto: it belongs to the one that asks.
        var mine = matched.FirstOrDefault(group => group.Key is not null && group.Any(session => session.Key == me.SessionId))?.Key;
        var rows = own.Select(session => new Found(
            new AccountSession(session.Key, session.Key == me.SessionId, true, session.Device, session.StartedAt, session.LastUsedAt),
            [.. atLogto.Where(one => matched[one.Uid].Contains(session) && (one.Uid != mine || session.Key == me.SessionId)).Select(one => one.Uid)]));
        var others = atLogto.Where(one => !matched.Contains(one.Uid)).Select(one => new Found(
            new AccountSession(AtLogto + one.Uid, false, false, null, one.SignedInAt, null),
            [one.Uid]));

        // Where Logto tells no names, one of these may be the session that asks: it must not be ended as another one.
        var isKnown = own.Any(session => session.Key == me.SessionId && session.LogtoSessionId is not null);
        return ([.. rows.Concat(isKnown ? others : []).OrderByDescending(one => one.Session.IsHere).ThenByDescending(one => one.Session.LastUsedAt ?? one.Session.StartedAt)], asked.Failure);
    }

    private sealed record Found(AccountSession Session, IReadOnlyList<string> AtLogto);
}
