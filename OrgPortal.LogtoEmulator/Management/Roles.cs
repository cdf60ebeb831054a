using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Tenant-wide roles: list, create, read, change, delete.</summary>
internal static class Roles
{
    private const string All = "/roles";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables => Require(tables, call))));
        routes.Patch(All + "/{id}", Change);
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteRole(Require(tables, call).Id));
            return Answer.NoContent;
        });
    }

    public static Role Require(LogtoTables tables, Call call) =>
        tables.Roles.Find(call.Id) ?? throw Refusals.NoSuchId("roles", call.Id);

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var type = call.Query("type", nameof(RoleType.User), nameof(RoleType.MachineToMachine));
        var search = Search.From(call, "id", "name", "description");
        var user = call.Query("excludeUserId");
        var application = call.Query("excludeApplicationId");
        return call.State.Read(tables =>
        {
            var held = (tables.Users.Find(user)?.RoleIds ?? []).Concat(tables.Applications.Find(application)?.RoleIds ?? []).ToHashSet();
            var found = tables.Roles.NewestFirst
                .Where(role => !held.Contains(role.Id))
                .Where(role => type is null || role.Type.ToString() == type)
                .Where(role => search.Matches(role.Id, role.Name, role.Description))
                .ToArray();
            return paging.Of(found, role => WithHolders(tables, role));
        });
    }

    private static JsonObject WithHolders(LogtoTables tables, Role role)
    {
        var users = tables.Users.Where(user => user.RoleIds.Contains(role.Id)).ToArray();
        var applications = tables.Applications.Where(one => one.RoleIds.Contains(role.Id)).ToArray();
        var view = StateJson.Object(role);
        view["usersCount"] = users.Length;
        view["featuredUsers"] = new JsonArray([.. users.Take(3).Select(user =>
            new JsonObject { ["id"] = user.Id, ["avatar"] = user.Avatar, ["name"] = user.Name })]);
        view["applicationsCount"] = applications.Length;
        view["featuredApplications"] = new JsonArray([.. applications.Take(3).Select(one =>
            new JsonObject { ["id"] = one.Id, ["name"] = one.Name, ["type"] = one.Type.ToString() })]);
        return view;
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var role = new Role
        {
            Id = LogtoIds.Standard(),
            Name = guard.String("name", 128),
            Description = guard.String("description", 128),
            Type = guard.OneOf("type", false, nameof(RoleType.User), nameof(RoleType.MachineToMachine))
                == nameof(RoleType.MachineToMachine) ? RoleType.MachineToMachine : RoleType.User,
            IsDefault = guard.Bool("isDefault") ?? false,
            ScopeIds = [.. guard.Strings("scopeIds") ?? []],
        };
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            RequireFree(tables, role);
            RoleScopes.Require(tables, role.ScopeIds, role.Type);

            if (guard.Has("scopeIds"))
            {
                tables.Raise(new LogtoEvent("Role.Scopes.Updated")
                {
                    Entity = role.ScopeIds.Select(tables.ResourceScopes.Find).ToArray(),
                    More = new JsonObject { ["roleId"] = role.Id },
                });
            }

            return tables.Roles.Put(role);
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 128);
        var description = guard.OptionalString("description", 128);
        var isDefault = guard.Bool("isDefault");
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var before = Require(tables, call);
            if (name is null && description is null && isDefault is null)
            {
                throw Refusals.EmptyChange();
            }

            var after = before with
            {
                Name = name ?? before.Name,
                Description = description ?? before.Description,
                IsDefault = isDefault ?? before.IsDefault,
            };
            RequireFree(tables, after);
            return tables.Roles.Put(after);
        }));
    }

    private static void RequireFree(LogtoTables tables, Role role)
    {
        if (tables.Roles.Any(one => one.Name == role.Name && one.Id != role.Id))
        {
            throw new LogtoRefusalException(422, "role.name_in_use", $"This role name {role.Name} is already in use.");
        }
    }
}
