using System.Text.Json;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>APIs that tokens can be issued for. That of the Management API itself cannot be changed.</summary>
internal static class Resources
{
    private const string All = "/resources";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables => Require(tables, call.Id))));
        routes.Patch(All + "/{id}", Change);
        routes.Patch(All + "/{id}/is-default", SetDefault);
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteResource(RequireOwn(tables, call.Id, "delete").Id));
            return Answer.NoContent;
        });
    }

    public static Resource Require(LogtoTables tables, string id) =>
        tables.Resources.Find(id) ?? throw Refusals.NoSuchId("resources", id);

    public static Resource RequireOwn(LogtoTables tables, string id, string verb)
    {
        var resource = Require(tables, id);
        return resource.Indicator == Resource.ManagementApiIndicator
            ? throw new LogtoRefusalException(
                400, $"resource.cannot_{verb}_management_api", $"Cannot {verb} Logto management API.")
            : resource;
    }

    private static Answer List(Call call)
    {
        var isWithScopes = call.Query("includeScopes") is "true" or "1" or "yes";
        return call.State.Read(tables => call.Listed(tables.Resources, resource =>
        {
            if (!isWithScopes)
            {
                return resource;
            }

            var view = StateJson.Object(resource);
            view["scopes"] = JsonSerializer.SerializeToNode(
                tables.ResourceScopes.Where(scope => scope.ResourceId == resource.Id), StateJson.Options);
            return view;
        }));
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var resource = new Resource
        {
            Id = LogtoIds.Standard(),
            Name = guard.String("name"),
            Indicator = guard.String("indicator"),
            AccessTokenTtl = (int)(guard.Number("accessTokenTtl") ?? 3600),
        };
        guard.Done();
        var created = call.State.Write(tables => tables.Resources.Any(one => one.Indicator == resource.Indicator)
            ? throw new LogtoRefusalException(
                422, "resource.resource_identifier_in_use", $"The API identifier {resource.Indicator} is already in use.")
            : tables.Resources.Put(resource));
        var view = StateJson.Object(created);
        view["scopes"] = new System.Text.Json.Nodes.JsonArray();
        return Answer.Created(view);
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name");
        var lifetime = guard.Number("accessTokenTtl");
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var before = RequireOwn(tables, call.Id, "modify");
            if (name is null && lifetime is null)
            {
                throw Refusals.EmptyChange();
            }

            return tables.Resources.Put(before with
            {
                Name = name ?? before.Name,
                AccessTokenTtl = (int)(lifetime ?? before.AccessTokenTtl),
            });
        }));
    }

    /// <summary>A tenant has one default resource or none: naming another one takes it from the last.</summary>
    private static Answer SetDefault(Call call)
    {
        var guard = call.Guard();
        var isDefault = guard.RequiredBool("isDefault");
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var resource = tables.Resources.Find(call.Id) ?? throw Refusals.DoesNotExist("resource");
            if (isDefault)
            {
                tables.Resources.ChangeAll(one => one.IsDefault ? one with { IsDefault = false } : one);
            }

            return tables.Resources.Put(resource with { IsDefault = isDefault });
        }));
    }
}
