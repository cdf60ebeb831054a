using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class UsersClient(LogtoConnection logto) : IUsersClient
{
    public Task<User> GetAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.User(user), LogtoJson.Default.User, cancellationToken);

    public async Task<bool> HasAddressAsync(string address, CancellationToken cancellationToken = default)
    {
        // Without it Logto answers everybody.
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        var route = LogtoRoutes.Users.WithQuery(("search.primaryEmail", address), ("mode.primaryEmail", "exact"), ("page", "1"), ("page_size", "1"));
        return (await logto.GetPageAsync(route, new PageRequest(1, 1), LogtoJson.Default.IReadOnlyListUser, cancellationToken)).Items.Count > 0;
    }

    public Task<IReadOnlyList<UserOrganization>> ListOrganizationsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserOrganizations(user), LogtoJson.Default.IReadOnlyListUserOrganization, cancellationToken);

    public Task<IReadOnlyList<SecondFactor>> ListSecondFactorsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserMfaVerifications(user), LogtoJson.Default.IReadOnlyListSecondFactor, cancellationToken);

    public Task<IReadOnlyList<Role>> ListRolesAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserRoles(user), LogtoJson.Default.IReadOnlyListRole, cancellationToken);

    public async Task<IReadOnlyList<string>> ListSsoConnectorsAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var body = await logto.GetAsync(LogtoRoutes.User(user).WithQuery(("includeSsoIdentities", "true")), LogtoJson.Default.UserSsoIdentitiesBody, cancellationToken);
        return [.. (body.SsoIdentities ?? []).Select(identity => identity.SsoConnectorId)];
    }

    public Task<User> UpdateAsync(UserId user, UserChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.User(user), Json(ToPatch(change), LogtoJson.Default.JsonObject), LogtoJson.Default.User);

    public Task SetLocaleAsync(UserId user, string locale) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.UserProfile(user), Json(new JsonObject { ["profile"] = new JsonObject { ["locale"] = locale } }, LogtoJson.Default.JsonObject));

    public async Task<IReadOnlyList<UserSession>> ListSessionsAsync(UserId user, CancellationToken cancellationToken = default) =>
        [.. (await logto.GetAsync(LogtoRoutes.UserSessions(user), LogtoJson.Default.UserSessionsBody, cancellationToken)).Sessions.Select(session => session.ToSession())];

    public Task EndSessionAsync(UserId user, string session) =>
        logto.SendAsync(HttpMethod.Delete, LogtoRoutes.UserSession(user, session).WithQuery(("revokeGrantsTarget", "firstParty")));

    // Left out means "leave it", null means "empty it": a serializer cannot tell the two apart, so the object is made by hand.
    private static JsonObject ToPatch(UserChange change)
    {
        var patch = new JsonObject();
        if (change.Name is { } name)
        {
            patch["name"] = name.Length == 0 ? null : name;
        }

        if (change.Avatar is { } avatar)
        {
            patch["avatar"] = avatar.Length == 0 ? null : avatar;
        }

        return patch;
    }
}
