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

    private static Answer Put(Call call)
    {
        var guard = call.Guard();
        guard.String("userId");
        guard.Done();
        return Answer.Ok(call.State.Write(tables => tables.ChangeUser(Users.IdOf(call), user => user with
        {
            Identities = StateJson.Merged(
                user.Identities,
                StateJson.Element(new Dictionary<string, JsonElement> { [call.Route("target")] = call.Body })),
        })).Identities);
    }

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
