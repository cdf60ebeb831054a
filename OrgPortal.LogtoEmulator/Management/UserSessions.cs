using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Sessions of users at the authorization server, and what they granted applications.</summary>
internal static class UserSessions
{
    private const string Sessions = "/users/{userId}/sessions";
    private const string Grants = "/users/{userId}/grants";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(Sessions, call => Answer.Ok(call.State.Read(tables =>
        {
            var user = Users.IdOf(call);
            return new JsonObject
            {
                ["sessions"] = new JsonArray([.. tables.Sessions
                    .Where(one => one.AccountId == user && one.ExpiresAt > tables.Now)
                    .Select(View)]),
            };
        })));
        routes.Get(Sessions + "/{sessionId}", call => Answer.Ok(call.State.Read(tables => View(Require(tables, call)))));
        routes.Delete(Sessions + "/{sessionId}", End);
        routes.Get(Grants, List);
        routes.Delete(Grants + "/{grantId}", Revoke);
    }

    private static Session Require(LogtoTables tables, Call call) =>
        tables.Sessions.Find(call.Route("sessionId")) is { } session && session.AccountId == Users.IdOf(call)
            ? session
            : throw Refused("session_not_found", "The session does not exist.");

    private static LogtoRefusalException Refused(string reason, string message) => new(404, $"oidc.{reason}", message);

    private static Answer List(Call call)
    {
        var owner = call.Query("appType", "firstParty", "thirdParty");
        return Answer.Ok(call.State.Read(tables => new JsonObject
        {
            ["grants"] = new JsonArray(
            [
                .. from grant in tables.Grants
                   where grant.AccountId == Users.IdOf(call) && grant.ExpiresAt > tables.Now
                   let application = tables.Applications.Find(grant.ClientId)
                   where application is not null && (owner is null || application.IsThirdParty == (owner == "thirdParty"))
                   select View(grant, application),
            ]),
        }));
    }

    /// <summary>Takes back a grant, and with it the application's part in the session.</summary>
    private static Answer Revoke(Call call)
    {
        call.State.Write(tables =>
        {
            if (tables.Grants.Find(call.Route("grantId")) is not { } grant || grant.AccountId != Users.IdOf(call))
            {
                throw Refused("invalid_grant", "Grant request is invalid.");
            }

            tables.Grants.Remove(grant.Id);
            tables.Sessions.ChangeAll(session => session.Authorizations.GetValueOrDefault(grant.ClientId)?.GrantId == grant.Id
                ? session with { Authorizations = session.Authorizations.Remove(grant.ClientId) }
                : session);
        });
        return Answer.NoContent;
    }

    /// <summary>Ends a session, silently; the grants stay unless <c>revokeGrantsTarget</c> says otherwise.</summary>
    private static Answer End(Call call)
    {
        var target = call.Query("revokeGrantsTarget", "all", "firstParty");
        call.State.Write(tables =>
        {
            var session = tables.Sessions.Find(call.Route("sessionId")) ?? throw Refused("session_not_found", "The session does not exist.");
            if (session.AccountId != Users.IdOf(call))
            {
                throw Refused("invalid_session_account_id", "The session is somebody else's.");
            }

            tables.Sessions.Remove(session.Uid);
            foreach (var (client, authorization) in session.Authorizations)
            {
                if (target == "all" || (target == "firstParty" && tables.Applications.Find(client) is { IsThirdParty: false }))
                {
                    tables.Grants.Remove(authorization.GrantId);
                }
            }
        });
        return Answer.NoContent;
    }

    private static JsonObject View(Session session)
    {
        var authorizations = new JsonObject();
        foreach (var (client, one) in session.Authorizations)
        {
            authorizations[client] = new JsonObject { ["sid"] = one.Sid, ["grantId"] = one.GrantId };
        }

        return new JsonObject
        {
            ["payload"] = new JsonObject
            {
                ["exp"] = session.ExpiresAt / 1000,
                ["iat"] = session.CreatedAt / 1000,
                ["jti"] = session.Uid,
                ["uid"] = session.Uid,
                ["kind"] = "Session",
                ["loginTs"] = session.LoginTs,
                ["accountId"] = session.AccountId,
                ["authorizations"] = authorizations,
            },
            ["lastSubmission"] = null,
            ["clientId"] = session.Authorizations.Keys.FirstOrDefault(),
            ["accountId"] = session.AccountId,
            ["expiresAt"] = session.ExpiresAt,
        };
    }

    private static JsonObject View(Grant grant, Application application)
    {
        var resources = new JsonObject();
        foreach (var (resource, scope) in grant.ResourceScopes)
        {
            resources[resource] = scope;
        }

        return new JsonObject
        {
            ["id"] = grant.Id,
            ["payload"] = new JsonObject
            {
                ["exp"] = grant.ExpiresAt / 1000,
                ["iat"] = grant.CreatedAt / 1000,
                ["jti"] = grant.Id,
                ["kind"] = "Grant",
                ["clientId"] = grant.ClientId,
                ["accountId"] = grant.AccountId,
                ["openid"] = new JsonObject { ["scope"] = grant.OpenIdScope },
                ["resources"] = resources,
            },
            ["expiresAt"] = grant.ExpiresAt,
            ["application"] = new JsonObject { ["id"] = application.Id, ["name"] = application.Name },
        };
    }
}
