using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Who has tenant-wide roles, asked from both sides.</summary>
internal static class RoleAssignments
{
    public static void Map(ManagementRoutes routes)
    {
        MapHolder(routes, "/users/{userId}/roles", "userId", RoleType.User);
        MapHolder(routes, "/applications/{applicationId}/roles", "applicationId", RoleType.MachineToMachine);
        routes.Get("/roles/{id}/users", call =>
        {
            var (paging, search) = (call.Paging(), UserSearch.From(call));
            return call.State.Read(tables =>
            {
                var role = Roles.Require(tables, call).Id;
                return paging.Of(
                    tables.Users.NewestFirst.Where(user => user.RoleIds.Contains(role) && search.Matches(user)).ToArray(), Views.User);
            });
        });
        routes.Get("/roles/{id}/applications", call =>
        {
            var (paging, search) = (call.Paging(), Search.From(call, "id", "name", "description"));
            return call.State.Read(tables =>
            {
                var role = Roles.Require(tables, call).Id;
                return paging.Of(
                    tables.Applications.NewestFirst
                        .Where(one => one.RoleIds.Contains(role) && search.Matches(one.Id, one.Name, one.Description))
                        .ToArray(),
                    one => one);
            });
        });
        MapAssignment(routes, "/roles/{id}/users", "userIds", "userId", RoleType.User);
        MapAssignment(routes, "/roles/{id}/applications", "applicationIds", "applicationId", RoleType.MachineToMachine);
    }

    /// <summary>The roles of one user or application.</summary>
    private static void MapHolder(ManagementRoutes routes, string pattern, string parameter, RoleType type)
    {
        routes.Get(pattern, call =>
        {
            var paging = type == RoleType.User ? call.OptionalPaging() : call.Paging();
            var search = Search.From(call, "id", "name", "description");
            var roles = call.State.Read(tables => RolesOf(tables, type, call.Route(parameter))
                .Select(tables.Roles.Find)
                .OfType<Role>()
                .Where(role => search.Matches(role.Id, role.Name, role.Description))
                .ToArray());
            return paging?.Of(roles, role => role) ?? Answer.Ok(roles);
        });
        routes.Post(pattern, call =>
        {
            var ids = Ids(call, "roleIds", least: 0);
            var added = call.State.Write(tables =>
            {
                var held = RolesOf(tables, type, call.Route(parameter));
                string[] wanted = [.. ids.Distinct().Except(held)];
                RequireRoles(tables, wanted, type);
                SetRoles(tables, type, call.Route(parameter), [.. held.Union(wanted)]);
                return wanted;
            });
            return Answer.Created(new { roleIds = ids, addedRoleIds = added });
        });
        routes.Put(pattern, call =>
        {
            string[] ids = [.. Ids(call, "roleIds", least: 0).Distinct()];
            var isAnyNew = call.State.Write(tables =>
            {
                var held = RolesOf(tables, type, call.Route(parameter));
                RequireKind(RequireKnown(tables, ids.Except(held)), type, Refusals.Constraint());
                SetRoles(tables, type, call.Route(parameter), [.. ids]);
                return ids.Except(held).Any();
            });
            return type == RoleType.User ? Answer.Ok(new { roleIds = ids })
                : isAnyNew ? new Answer(200) { Text = "OK" }
                // What was left out is gone all the same: the database is asked to write no rows at all, and that it refuses.
                : throw Refusals.EmptyChange();
        });
        routes.Delete(pattern + "/{roleId}", call =>
        {
            call.State.Write(tables => Remove(tables, type, call.Route(parameter), call.Route("roleId")));
            return Answer.NoContent;
        });
    }

    /// <summary>The holders of one role. Unlike elsewhere, giving it to somebody who has it is refused.</summary>
    private static void MapAssignment(ManagementRoutes routes, string pattern, string key, string parameter, RoleType type)
    {
        routes.Post(pattern, call =>
        {
            var ids = Ids(call, key, least: 1);
            call.State.Write(tables => Give(tables, Roles.Require(tables, call), ids, type));
            return Answer.CreatedText;
        });
        routes.Delete(pattern + "/{" + parameter + "}", call =>
        {
            call.State.Write(tables => Remove(tables, type, call.Route(parameter), call.Id));
            return Answer.NoContent;
        });
    }

    private static void Give(LogtoTables tables, Role role, string[] holders, RoleType type)
    {
        if (holders.Any(holder => RolesIfAny(tables, type, holder)?.Contains(role.Id) == true))
        {
            throw type == RoleType.User
                ? new LogtoRefusalException(422, "role.user_exists", "The user is already added to this role.")
                : new LogtoRefusalException(422, "role.application_exists", "The application is already added to this role.");
        }

        var held = holders.Distinct().ToDictionary(holder => holder, holder => RolesOf(tables, type, holder));
        RequireKind([role], type, Refusals.Constraint());
        foreach (var (holder, roles) in held)
        {
            SetRoles(tables, type, holder, [.. roles, role.Id]);
        }
    }

    private static string[] Ids(Call call, string key, int least)
    {
        var guard = call.Guard();
        var ids = guard.Ids(key, least);
        guard.Done();
        return ids;
    }

    private static ImmutableArray<string>? RolesIfAny(LogtoTables tables, RoleType type, string holder) => type == RoleType.User
        ? tables.Users.Find(holder)?.RoleIds
        : tables.Applications.Find(holder)?.RoleIds;

    private static ImmutableArray<string> RolesOf(LogtoTables tables, RoleType type, string holder)
    {
        if (type == RoleType.User)
        {
            return tables.Users.Find(holder)?.RoleIds ?? throw Refusals.NotFound();
        }

        var application = tables.Applications.Find(holder) ?? throw Refusals.NoSuchId("applications", holder);
        return application.Type == ApplicationType.MachineToMachine
            ? application.RoleIds
            : throw new LogtoRefusalException(422, "application.invalid_type", "Only machine to machine applications can have associated roles.");
    }

    private static void SetRoles(LogtoTables tables, RoleType type, string holder, ImmutableArray<string> roles)
    {
        if (type == RoleType.User)
        {
            tables.Users.Put(tables.Users.Find(holder)! with { RoleIds = roles });
        }
        else
        {
            tables.Applications.Put(tables.Applications.Find(holder)! with { RoleIds = roles });
        }
    }

    private static void Remove(LogtoTables tables, RoleType type, string holder, string role)
    {
        var held = RolesOf(tables, type, holder);
        SetRoles(tables, type, holder, held.Contains(role) ? held.Remove(role) : throw Refusals.NotFound());
    }

    private static void RequireRoles(LogtoTables tables, string[] ids, RoleType type)
    {
        RequireKind(ids.Select(tables.Roles.Find).OfType<Role>(), type, type == RoleType.User
            ? new LogtoRefusalException(422, "user.invalid_role_type", "Invalid role type, can not assign machine-to-machine role to user.")
            : new LogtoRefusalException(422, "application.invalid_role_type", "Can not assign user type role to machine to machine application."));
        RequireKnown(tables, ids);
    }

    private static Role[] RequireKnown(LogtoTables tables, IEnumerable<string> ids) =>
        [.. ids.Select(id => tables.Roles.Find(id) ?? throw Refusals.NoSuchId("roles", id))];

    private static void RequireKind(IEnumerable<Role> roles, RoleType type, LogtoRefusalException otherwise)
    {
        if (roles.Any(role => role.Type != type))
        {
            throw otherwise;
        }
    }
}
