using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The description of the routes there are: paths, methods and parameters, no schemas.</summary>
internal static class OpenApi
{
    public static void Map(ManagementRoutes routes)
    {
        routes.GetAnonymously("/swagger.json", _ => Answer.Ok(Describe()));
        routes.GetAnonymously("/.well-known/management.openapi.json", _ => Answer.Ok(Describe()));
    }

    private static JsonObject Describe()
    {
        var paths = new JsonObject();
        foreach (var route in ManagementApi.Routes().GroupBy(route => route.Pattern).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var methods = new JsonObject();
            foreach (var one in route)
            {
                methods[one.Method.ToLowerInvariant()] = Operation(one);
            }

            paths["/api" + route.Key] = methods;
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = "Logto API, as far as it is emulated", ["version"] = "1.42" },
            ["paths"] = paths,
        };
    }

    private static JsonObject Operation(ManagementRoute route) => new()
    {
        ["tags"] = new JsonArray(route.Pattern.Split('/')[1]),
        ["parameters"] = new JsonArray([.. route.Pattern.Split('/')
            .Where(step => step.StartsWith('{'))
            .Select(step => new JsonObject
            {
                ["name"] = step.Trim('{', '}'),
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "string" },
            })]),
        ["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = "See Logto's own description." } },
    };
}
