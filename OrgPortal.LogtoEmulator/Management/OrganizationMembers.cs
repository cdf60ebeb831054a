using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Members of an organization. An unknown organization is an empty one, except to who adds to it.</summary>
internal static class OrganizationMembers
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/organizations/{id}/users", List);
        routes.Post("/organizations/{id}/users", Add);
        routes.Put("/organizations/{id}/users", Replace);
        routes.Delete("/organizations/{id}/users/{userId}", call =>
        {
            call.State.Write(tables => tables.RemoveMember(call.Id, call.Route("userId")));
            return Answer.NoContent;
        });
        routes.Get("/organizations/{id}/users/{userId}/scopes", call => Answer.Ok(call.State.Read(tables =>
            tables.OrganizationScopesOfUser(call.Id, call.Route("userId")))));
        routes.Get("/users/{userId}/organizations", call => Answer.Ok(call.State.Read(tables =>
            tables.Users.Has(call.Route("userId"))
                ? Views.OrganizationsOf(tables, tables.Members, call.Route("userId"))
                : throw Refusals.NotFound())));
    }

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var matches = call.Query("q") is { } q ? Like.Containing(q) : null;
        var role = call.Query("organizationRoleId");
        return call.State.Read(tables =>
        {
            var ids = role is null ? tables.Members.Ids(call.Id) : tables.Members.IdsWithRole(call.Id, role);
            if (matches is not null)
            {
                ids = [.. ids.Where(id => Matches(matches, tables.Users.Find(id)!))];
            }

            return paging.Of(ids, id =>
                Views.WithRoles(tables, tables.Users.Find(id)!, tables.Members.FindRoles(call.Id, id)!));
        });
    }

    private static bool Matches(Func<string?, bool> matches, User user) =>
        matches(user.Id) || matches(user.PrimaryEmail) || matches(user.PrimaryPhone)
        || matches(user.Username) || matches(user.Name);

    private static Answer Add(Call call)
    {
        var guard = call.Guard();
        var userIds = guard.Ids("userIds", least: 1);
        guard.Done();
        call.State.Write(tables => tables.AddMembers(call.Id, userIds));
        return Answer.Created(new { userIds });
    }

    private static Answer Replace(Call call)
    {
        var guard = call.Guard();
        var userIds = guard.Ids("userIds");
        guard.Done();
        call.State.Write(tables =>
        {
            if (userIds.Length > 0 && (!tables.Organizations.Has(call.Id) || !userIds.All(tables.Users.Has)))
            {
                throw Refusals.ForeignKey([call.Id, .. userIds]);
            }

            string[] removed = [.. tables.Members.Ids(call.Id).Except(userIds)];
            foreach (var user in removed)
            {
                tables.Members.Remove(call.Id, user);
            }

            tables.Raise(new LogtoEvent("Organization.Membership.Updated")
            {
                OrganizationId = call.Id,
                AddedUserIds = [.. tables.Members.Add(call.Id, userIds)],
                RemovedUserIds = [.. removed],
            });
        });
        return Answer.NoContent;
    }
}
