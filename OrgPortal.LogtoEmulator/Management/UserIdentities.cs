using System.Text.Json;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Who users are elsewhere: social and enterprise identities.</summary>
internal static class UserIdentities
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/users/{userId}/all-identities", call =>
        {
            var user = call.State.Read(tables => Users.Require(tables, call));
            return Answer.Ok(new
            {
                socialIdentities = user.Identities.EnumerateObject()
                    .Select(one => new { target = one.Name, identity = one.Value })
                    .ToArray(),
                ssoIdentities = user.SsoIdentities.Select(View).ToArray(),
            });
        });
        routes.Get("/users/{userId}/identities/{target}", call => Answer.Ok(new
        {
            identity = Identity(call.State.Read(tables => Users.Require(tables, call)), call.Route("target")),
        }));
        routes.Put("/users/{userId}/identities/{target}", Put);
        routes.Delete("/users/{userId}/identities/{target}", Remove);
        routes.Get("/users/{userId}/sso-identities/{ssoConnectorId}", call => Answer.Ok(View(
            call.State.Read(tables => Users.Require(tables, call)).SsoIdentities
                .FirstOrDefault(one => one.SsoConnectorId == call.Route("ssoConnectorId")) ?? throw Refusals.NotFound())));
    }

    private static object View(SsoIdentity identity) => new { ssoIdentity = identity, ssoConnectorId = identity.SsoConnectorId };

    private static JsonElement Identity(User user, string target) =>
        user.Identities.TryGetProperty(target, out var identity)
            ? identity
            : throw new LogtoRefusalException(
                404, "user.identity_not_exist", "The social account has not been linked to the user.");

    /// <summary>Links an identity, which belongs to one user only: 201 for a new one, 200 for another in its place.</summary>
    private static Answer Put(Call call)
    {
        var guard = call.Guard();
        var identity = new Dictionary<string, object> { ["userId"] = guard.String("userId", least: 0) };
        if (guard.Object("details") is { } details)
        {
            identity["details"] = details;
        }

        guard.Done();
        var (target, id) = (call.Route("target"), (string)identity["userId"]);
        return call.State.Write(tables =>
        {
            var user = Users.Require(tables, call);
            if (tables.Users.Any(one => one.Id != user.Id && Has(one, target, id)))
            {
                throw new LogtoRefusalException(422, "user.identity_already_in_use", "The account is associated with an existing user.");
            }

            var isNew = !user.Identities.TryGetProperty(target, out _);
            var changed = tables.ChangeUser(user.Id, one => one with
            {
                Identities = StateJson.Merged(one.Identities, StateJson.Element(new Dictionary<string, object> { [target] = identity })),
            });
            return new Answer(isNew ? 201 : 200) { Body = changed.Identities };
        });
    }

    private static bool Has(User user, string target, string id) =>
        user.Identities.TryGetProperty(target, out var identity)
        && identity.TryGetProperty("userId", out var linked)
        && linked.GetString() == id;

    private static Answer Remove(Call call) => Answer.Ok(Views.User(call.State.Write(tables =>
        tables.ChangeUser(Users.IdOf(call), user =>
        {
            Identity(user, call.Route("target"));
            return user with
            {
                Identities = StateJson.Element(user.Identities.EnumerateObject()
                    .Where(one => one.Name != call.Route("target"))
                    .ToDictionary(one => one.Name, one => one.Value)),
            };
        }))));
}
