using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Who has tenant-wide roles, asked from both sides, and the scopes of roles.</summary>
internal static class RoleAssignments
{
    public static void Map(ManagementRoutes routes)
    {
        MapHolder(routes, "/users/{userId}/roles", "userId", RoleType.User, isPaged: false);
        MapHolder(routes, "/applications/{id}/roles", "id", RoleType.MachineToMachine, isPaged: true);
        MapScopes(routes);
        routes.Get("/roles/{id}/users", call => call.State.Read(tables =>
        {
            var role = Roles.Require(tables, call).Id;
            return call.Paging().Of(
                tables.Users.NewestFirst.Where(user => user.RoleIds.Contains(role)).ToArray(), user => user);
        }));
        routes.Get("/roles/{id}/applications", call => call.State.Read(tables =>
        {
            var role = Roles.Require(tables, call).Id;
            return call.Paging().Of(
                tables.Applications.NewestFirst.Where(one => one.RoleIds.Contains(role)).ToArray(), one => one);
        }));
        MapAssignment(routes, "/roles/{id}/users", "userIds", "userId", RoleType.User);
        MapAssignment(routes, "/roles/{id}/applications", "applicationIds", "applicationId", RoleType.MachineToMachine);
    }

    /// <summary>The roles of one user or application.</summary>
    private static void MapHolder(ManagementRoutes routes, string pattern, string parameter, RoleType type, bool isPaged)
    {
        routes.Get(pattern, call =>
        {
            var paging = isPaged ? call.Paging() : call.OptionalPaging();
            var roles = call.State.Read(tables => RolesOf(tables, type, call.Route(parameter))
                .Select(tables.Roles.Find)
                .OfType<Role>()
                .ToArray());
            return paging?.Of(roles, role => role) ?? Answer.Ok(roles);
        });
        routes.Post(pattern, call =>
        {
            var ids = Ids(call, "roleIds", least: 1);
            var added = call.State.Write(tables =>
            {
                var held = RolesOf(tables, type, call.Route(parameter));
                RequireRoles(tables, ids, type);
                SetRoles(tables, type, call.Route(parameter), [.. held.Union(ids)]);
                return ids.Except(held).ToArray();
            });
            return Answer.Created(new { roleIds = ids, addedRoleIds = added });
        });
        routes.Put(pattern, call =>
        {
            var ids = Ids(call, "roleIds", least: 0);
            call.State.Write(tables =>
            {
                RolesOf(tables, type, call.Route(parameter));
                RequireRoles(tables, ids, type);
                SetRoles(tables, type, call.Route(parameter), [.. ids.Distinct()]);
            });
            return Answer.Ok(new { roleIds = ids });
        });
        routes.Delete(pattern + "/{roleId}", call =>
        {
            call.State.Write(tables => Remove(tables, type, call.Route(parameter), call.Route("roleId")));
            return Answer.NoContent;
        });
    }

    /// <summary>The holders of one role.</summary>
    private static void MapAssignment(ManagementRoutes routes, string pattern, string key, string parameter, RoleType type)
    {
        routes.Post(pattern, call =>
        {
            var ids = Ids(call, key, least: 1);
            call.State.Write(tables =>
            {
                var role = Roles.Require(tables, call);
                RequireRoles(tables, [role.Id], type);
                var held = ids.ToDictionary(id => id, id => RolesOf(tables, type, id));
                foreach (var (holder, roles) in held)
                {
                    SetRoles(tables, type, holder, [.. roles.Append(role.Id).Distinct()]);
                }
            });
            return Answer.CreatedText;
        });
        routes.Delete(pattern + "/{" + parameter + "}", call =>
        {
            call.State.Write(tables => Remove(tables, type, call.Route(parameter), call.Id));
            return Answer.NoContent;
        });
    }

    private static void MapScopes(ManagementRoutes routes)
    {
        routes.Get("/roles/{id}/scopes", call =>
        {
            var paging = call.OptionalPaging();
            return call.State.Read(tables =>
            {
                ResourceScope[] scopes = [.. Roles.Require(tables, call).ScopeIds.Select(tables.ResourceScopes.Find).OfType<ResourceScope>()];
                return paging?.Of(scopes, View) ?? Answer.Ok(scopes.Select(View).ToArray());

                object View(ResourceScope scope)
                {
                    var view = StateJson.Object(scope);
                    view["resource"] = StateJson.Object(tables.Resources.Find(scope.ResourceId)!);
                    return view;
                }
            });
        });
        routes.Post("/roles/{id}/scopes", call =>
        {
            var ids = Ids(call, "scopeIds", least: 1);
            return Answer.Created(call.State.Write(tables =>
            {
                var role = Roles.Require(tables, call);
                if (!ids.All(tables.ResourceScopes.Has))
                {
                    throw Refusals.ForeignKey(404);
                }

                SetScopes(tables, role with { ScopeIds = [.. role.ScopeIds.Union(ids)] });
                return ids.Select(tables.ResourceScopes.Find).ToArray();
            }));
        });
        routes.Delete("/roles/{id}/scopes/{scopeId}", call =>
        {
            call.State.Write(tables =>
            {
                var role = Roles.Require(tables, call);
                var scope = call.Route("scopeId");
                SetScopes(tables, role.ScopeIds.Contains(scope)
                    ? role with { ScopeIds = role.ScopeIds.Remove(scope) }
                    : throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
    }

    private static void SetScopes(LogtoTables tables, Role role)
    {
        tables.Roles.Put(role);
        tables.Raise(new LogtoEvent("Role.Scopes.Updated") { Entity = role });
    }

    private static string[] Ids(Call call, string key, int least)
    {
        var guard = call.Guard();
        var ids = guard.Ids(key, least);
        guard.Done();
        return ids;
    }

    private static ImmutableArray<string> RolesOf(LogtoTables tables, RoleType type, string holder) => type == RoleType.User
        ? tables.Users.Find(holder)?.RoleIds ?? throw Refusals.NotFound()
        : tables.Applications.Find(holder)?.RoleIds ?? throw Refusals.NoSuchId("applications", holder);

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
        var roles = ids.Select(tables.Roles.Find).ToArray();
        if (roles.Any(role => role is null))
        {
            throw Refusals.ForeignKey(404);
        }

        if (roles.Any(role => role!.Type != type))
        {
            throw type == RoleType.User
                ? new LogtoRefusalException(422, "user.invalid_role_type", "Invalid role type, can not assign machine-to-machine role to user.")
                : new LogtoRefusalException(422, "application.invalid_role_type", "Can not assign user type role to machine to machine application.");
        }
    }
}
