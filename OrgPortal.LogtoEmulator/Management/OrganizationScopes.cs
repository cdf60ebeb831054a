using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Permissions of the organization template.</summary>
internal static class OrganizationScopes
{
    private const string All = "/organization-scopes";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables =>
            tables.OrganizationScopes.Find(call.Id) ?? throw Refusals.NoSuchId("organization_scopes", call.Id))));
        routes.Patch(All + "/{id}", Change);
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteOrganizationScope(call.Id));
            return Answer.NoContent;
        });
    }

    private static Answer List(Call call)
    {
        var matches = call.Query("q") is { } q ? Like.Containing(q) : null;
        return call.Listed(
            call.State.Read(tables => tables.OrganizationScopes
                .Where(one => matches is null || matches(one.Name))
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .ToArray()),
            one => one);
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var scope = new OrganizationScope(
            LogtoIds.Standard(), guard.String("name", 128), guard.NullableString("description", 256));
        guard.Done();
        return Answer.Created(call.State.Write(tables =>
        {
            RequireFree(tables, scope);
            return tables.OrganizationScopes.Put(scope);
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 128);
        var description = guard.NullableString("description", 256);
        guard.Done();
        if (name is null && !guard.Has("description"))
        {
            throw Refusals.EmptyChange();
        }

        return Answer.Ok(call.State.Write(tables =>
        {
            var before = tables.OrganizationScopes.Find(call.Id) ?? throw Refusals.DoesNotExist("organization_scope");
            var after = before with
            {
                Name = name ?? before.Name,
                Description = guard.Has("description") ? description : before.Description,
            };
            RequireFree(tables, after);
            return tables.OrganizationScopes.Put(after);
        }));
    }

    private static void RequireFree(LogtoTables tables, OrganizationScope scope)
    {
        if (tables.OrganizationScopes.Any(one => one.Name == scope.Name && one.Id != scope.Id))
        {
            throw Refusals.Duplicate();
        }
    }
}
