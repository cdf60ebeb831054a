using System.Text.Json.Nodes;

namespace OrgPortal.Web.Logto.Models;

/// <summary>
/// A connector's settings as Logto has them, with the secret, to be sent back to where they came from. Nothing of it can be read outside of the clients: it has no members, is not written out and not serialized.
/// </summary>
public sealed class KeptSsoConfig
{
    private readonly JsonObject _config;

    internal KeptSsoConfig(JsonObject config) => _config = config;

    /// <summary>The same with some of it changed.</summary>
    internal JsonObject With(params IEnumerable<(string Key, string? Value)> changes)
    {
        var changed = _config.DeepClone().AsObject();
        foreach (var (key, value) in changes)
        {
            if (value is not null)
            {
                changed[key] = value;
            }
        }

        return changed;
    }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "(kept)";
}
