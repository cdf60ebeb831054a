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
            var user = Users.Require(tables, call).Id;
            return new JsonObject
            {
                ["sessions"] = new JsonArray([.. tables.Sessions
                    .Where(one => one.AccountId == user && one.ExpiresAt > tables.Now)
                    .Select(View)]),
            };
        })));
        routes.Get(Sessions + "/{sessionId}", call => Answer.Ok(call.State.Read(tables => View(Require(tables, call)))));
        routes.Delete(Sessions + "/{sessionId}", End);
        routes.Get(Grants, call => Answer.Ok(call.State.Read(tables =>
        {
            var user = Users.Require(tables, call).Id;
            return new JsonObject
            {
                ["grants"] = new JsonArray([.. tables.Grants
                    .Where(one => one.AccountId == user && one.ExpiresAt > tables.Now)
                    .Select(View)]),
            };
        })));
        routes.Delete(Grants + "/{grantId}", call =>
        {
            call.State.Write(tables =>
            {
                if (tables.Grants.Find(call.Route("grantId")) is not { } grant || grant.AccountId != Users.IdOf(call))
                {
                    throw Refusals.NotFound();
                }

                tables.Grants.Remove(grant.Id);
            });
            return Answer.NoContent;
        });
    }

    private static Session Require(LogtoTables tables, Call call) =>
        tables.Sessions.Find(call.Route("sessionId")) is { } session && session.AccountId == Users.IdOf(call)
            ? session
            : throw Refusals.NotFound();

    /// <summary>Ends a session, silently; the grants stay unless <c>revokeGrantsTarget</c> says otherwise.</summary>
    private static Answer End(Call call)
    {
        var target = call.Query("revokeGrantsTarget", "all", "firstParty");
        call.State.Write(tables =>
        {
            var session = Require(tables, call);
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

    private static JsonObject View(Grant grant)
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
        };
    }
}
