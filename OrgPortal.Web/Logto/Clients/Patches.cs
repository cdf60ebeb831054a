using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Bodies in which "left out" means "leave it" and null means "empty it": a serializer cannot tell the two apart, so they are made by hand.</summary>
internal static class Patches
{
    public static JsonObject ToPatch(this ApplicationChange change)
    {
        var patch = Described(change.Description);
        if (change.Name is { } name)
        {
            patch["name"] = name;
        }

        if (change.OidcClientMetadata is { } addresses)
        {
            patch["oidcClientMetadata"] = JsonSerializer.SerializeToNode(addresses, LogtoJson.Default.OidcClientMetadata);
        }

        if (change.CustomClientMetadata is { } settings)
        {
            patch["customClientMetadata"] = JsonSerializer.SerializeToNode(settings, LogtoJson.Default.CustomClientMetadata);
        }

        if (change.CustomData is { } custom)
        {
            patch["customData"] = custom.DeepClone();
        }

        return patch;
    }

    public static JsonObject ToPatch(this OrganizationRoleChange change)
    {
        var patch = Described(change.Description);
        if (change.Type is { } type)
        {
            patch["type"] = type;
        }

        return patch;
    }

    private static JsonObject Described(string? description) =>
        description is null ? [] : new JsonObject { ["description"] = description.Length == 0 ? null : description };
}
