using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Permissions of APIs.</summary>
internal static class ResourceScopes
{
    private const string All = "/resources/{resourceId}/scopes";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Patch(All + "/{scopeId}", Change);
        routes.Delete(All + "/{scopeId}", call =>
        {
            call.State.Write(tables =>
            {
                Resources.RequireOwn(tables, ResourceOf(call), "modify");
                tables.DeleteResourceScope(tables.ResourceScopes.Find(call.Route("scopeId"))?.Id ?? throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
    }

    private static string ResourceOf(Call call) => call.Route("resourceId");

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var search = Search.From(call, "id", "name", "description");
        return call.State.Read(tables =>
        {
            var found = tables.ResourceScopes
                .Where(scope => scope.ResourceId == ResourceOf(call))
                .Where(scope => search.Matches(scope.Id, scope.Name, scope.Description))
                .ToArray();
            return paging.Of(found, scope => scope);
        });
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var name = guard.String("name", 256);
        var description = guard.NullableString("description");
        guard.Done();
        RequireNoSpace(name);
        return Answer.Created(call.State.Write(tables =>
        {
            var resource = Resources.RequireOwn(tables, ResourceOf(call), "modify");
            RequireFree(tables, resource.Id, null, name);
            return tables.ResourceScopes.Put(
                new ResourceScope(LogtoIds.Standard(), resource.Id, name, description, tables.Now));
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 256);
        var description = guard.NullableString("description");
        guard.Done();
        RequireNoSpace(name);
        return Answer.Ok(call.State.Write(tables =>
        {
            Resources.RequireOwn(tables, ResourceOf(call), "modify");
            var before = tables.ResourceScopes.Find(call.Route("scopeId")) ?? throw Refusals.DoesNotExist("scope");
            if (name is null && !guard.Has("description"))
            {
                throw Refusals.EmptyChange();
            }

            RequireFree(tables, before.ResourceId, before.Id, name ?? before.Name);
            return tables.ResourceScopes.Put(before with
            {
                Name = name ?? before.Name,
                Description = guard.Has("description") ? description : before.Description,
            });
        }));
    }

    private static void RequireNoSpace(string? name)
    {
        if (name?.Any(char.IsWhiteSpace) == true)
        {
            throw new LogtoRefusalException(400, "scope.name_with_space", "The name of the scope cannot contain any spaces.");
        }
    }

    private static void RequireFree(LogtoTables tables, string resourceId, string? scopeId, string name)
    {
        if (tables.ResourceScopes.Any(one => one.ResourceId == resourceId && one.Name == name && one.Id != scopeId))
        {
            throw new LogtoRefusalException(422, "scope.name_exists", $"The scope name {name} is already in use.");
        }
    }
}
