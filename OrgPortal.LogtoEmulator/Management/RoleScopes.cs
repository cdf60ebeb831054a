using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The permissions of tenant-wide roles.</summary>
internal static class RoleScopes
{
    private const string All = "/roles/{id}/scopes";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Add);
        routes.Delete(All + "/{scopeId}", call =>
        {
            call.State.Write(tables =>
            {
                var role = tables.Roles.Find(call.Id) ?? throw Refusals.NotFound();
                var scope = call.Route("scopeId");
                tables.Roles.Put(role.ScopeIds.Contains(scope)
                    ? role with { ScopeIds = role.ScopeIds.Remove(scope) }
                    : throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
    }

    /// <summary>Refuses scopes that do not exist, and the Management API's for roles of people.</summary>
    public static void Require(LogtoTables tables, IEnumerable<string> scopeIds, RoleType type)
    {
        foreach (var id in scopeIds)
        {
            var scope = tables.ResourceScopes.Find(id) ?? throw Refusals.NoSuchId("scopes", id);
            if (type == RoleType.User && scope.ResourceId == Resource.ManagementApiId)
            {
                throw new LogtoRefusalException(
                    400,
                    "role.management_api_scopes_not_assignable_to_user_role",
                    "Cannot assign management API scopes to a user role.");
            }
        }
    }

    private static Answer List(Call call)
    {
        var paging = call.OptionalPaging();
        var search = Search.From(call, "id", "name", "description");
        return call.State.Read(tables =>
        {
            ResourceScope[] scopes =
            [
                .. Roles.Require(tables, call).ScopeIds
                    .Select(tables.ResourceScopes.Find)
                    .OfType<ResourceScope>()
                    .Where(scope => search.Matches(scope.Id, scope.Name, scope.Description)),
            ];
            return paging?.Of(scopes, View) ?? Answer.Ok(scopes.Select(View).ToArray());

            JsonObject View(ResourceScope scope)
            {
                var view = StateJson.Object(scope);
                view["resource"] = StateJson.Object(tables.Resources.Find(scope.ResourceId)!);
                return view;
            }
        });
    }

    /// <summary>Adds scopes, of which none may be there already, and answers all the role then has.</summary>
    private static Answer Add(Call call)
    {
        var guard = call.Guard();
        var ids = guard.Ids("scopeIds", least: 1);
        guard.Done();
        return Answer.Created(call.State.Write(tables =>
        {
            var role = Roles.Require(tables, call);
            if (ids.Any(id => role.ScopeIds.Contains(id)))
            {
                throw new LogtoRefusalException(422, "role.scope_exists", "The scope has already been added to this role.");
            }

            Require(tables, ids, role.Type);
            role = tables.Roles.Put(role with { ScopeIds = [.. role.ScopeIds, .. ids.Distinct()] });
            return role.ScopeIds.Select(tables.ResourceScopes.Find).ToArray();
        }));
    }
}
