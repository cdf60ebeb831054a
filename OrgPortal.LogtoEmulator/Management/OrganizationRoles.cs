using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Roles of the organization template, with their permissions.</summary>
internal static class OrganizationRoles
{
    private const string All = "/organization-roles";

    private static readonly RelationRoutes Scopes = new()
    {
        Pattern = All + "/{id}/scopes",
        Parameter = "organizationScopeId",
        Key = "organizationScopeIds",
        UnknownOwner = _ => Refusals.NotFound(),
        Read = (tables, id) => tables.OrganizationRoles.Find(id)?.ScopeIds,
        Find = (tables, id) => tables.OrganizationScopes.Find(id),
        Write = (tables, id, scopes) =>
            tables.OrganizationRoles.Put(tables.OrganizationRoles.Find(id)! with { ScopeIds = scopes }),
    };

    private static readonly RelationRoutes ResourceScopes = new()
    {
        Pattern = All + "/{id}/resource-scopes",
        Parameter = "scopeId",
        Key = "scopeIds",
        UnknownOwner = _ => Refusals.NotFound(),
        Read = (tables, id) => tables.OrganizationRoles.Find(id)?.ResourceScopeIds,
        Find = (tables, id) => tables.ResourceScopes.Find(id),
        Write = (tables, id, scopes) =>
            tables.OrganizationRoles.Put(tables.OrganizationRoles.Find(id)! with { ResourceScopeIds = scopes }),
    };

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables =>
            tables.OrganizationRoles.Find(call.Id) ?? throw Refusals.NotFound())));
        routes.Patch(All + "/{id}", Change);
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteOrganizationRole(call.Id));
            return Answer.NoContent;
        });
        Scopes.Map(routes);
        ResourceScopes.Map(routes);
    }

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var matches = call.Query("q") is { } q ? Like.Containing(q) : null;
        return call.State.Read(tables =>
        {
            var found = tables.OrganizationRoles
                .Where(one => matches is null || matches(one.Id) || matches(one.Name) || matches(one.Description))
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .ToArray();
            return paging.Of(found, one => WithScopes(tables, one));
        });
    }

    /// <summary>A role with what it permits; only lists show that.</summary>
    private static JsonObject WithScopes(LogtoTables tables, OrganizationRole role)
    {
        var view = StateJson.Object(role);
        view["scopes"] = new JsonArray([.. role.ScopeIds
            .Select(tables.OrganizationScopes.Find)
            .OfType<OrganizationScope>()
            .OrderBy(scope => scope.Name, StringComparer.Ordinal)
            .Select(scope => new JsonObject { ["id"] = scope.Id, ["name"] = scope.Name })]);
        view["resourceScopes"] = new JsonArray([.. role.ResourceScopeIds
            .Select(tables.ResourceScopes.Find)
            .OfType<ResourceScope>()
            .Select(scope => new JsonObject
            {
                ["id"] = scope.Id,
                ["name"] = scope.Name,
                ["resource"] = new JsonObject
                {
                    ["id"] = scope.ResourceId,
                    ["name"] = tables.Resources.Find(scope.ResourceId)?.Name,
                },
            })]);
        return view;
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var role = new OrganizationRole
        {
            Id = LogtoIds.Standard(),
            Name = guard.String("name", 128),
            Description = guard.NullableString("description", 256),
            Type = Type(guard) ?? RoleType.User,
            ScopeIds = [.. guard.Strings("organizationScopeIds") ?? []],
            ResourceScopeIds = [.. guard.Strings("resourceScopeIds") ?? []],
        };
        guard.Done();
        return Answer.Created(call.State.Write(tables =>
        {
            RequireFree(tables, role);
            if (!role.ScopeIds.All(tables.OrganizationScopes.Has) || !role.ResourceScopeIds.All(tables.ResourceScopes.Has))
            {
                throw Refusals.ForeignKey([.. role.ScopeIds, .. role.ResourceScopeIds]);
            }

            if (!role.ScopeIds.IsEmpty || !role.ResourceScopeIds.IsEmpty)
            {
                tables.Raise(new LogtoEvent("OrganizationRole.Scopes.Updated") { More = new JsonObject { ["organizationRoleId"] = role.Id } });
            }

            return tables.OrganizationRoles.Put(role);
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 128);
        var description = guard.NullableString("description", 256);
        var type = Type(guard);
        guard.Done();
        if (name is null && type is null && !guard.Has("description"))
        {
            throw Refusals.EmptyChange();
        }

        return Answer.Ok(call.State.Write(tables =>
        {
            var before = tables.OrganizationRoles.Find(call.Id) ?? throw Refusals.DoesNotExist("organization_role");
            var after = before with
            {
                Name = name ?? before.Name,
                Description = guard.Has("description") ? description : before.Description,
                Type = type ?? before.Type,
            };
            RequireFree(tables, after);
            return tables.OrganizationRoles.Put(after);
        }));
    }

    private static RoleType? Type(Guard guard) =>
        guard.OneOf("type", false, nameof(RoleType.User), nameof(RoleType.MachineToMachine)) switch
        {
            nameof(RoleType.User) => RoleType.User,
            nameof(RoleType.MachineToMachine) => RoleType.MachineToMachine,
            _ => null,
        };

    private static void RequireFree(LogtoTables tables, OrganizationRole role)
    {
        if (tables.OrganizationRoles.Any(one => one.Name == role.Name && one.Id != role.Id))
        {
            throw Refusals.Duplicate();
        }
    }
}
