using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>JSON as Logto writes it: camel case, nulls written out, enumerations by name.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary><c>{}</c>, the default of every JSON column.</summary>
    public static JsonElement EmptyObject { get; } = Parse("{}");

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>The row as a JSON object to which properties can be added.</summary>
    public static JsonObject Object(object row) =>
        JsonSerializer.SerializeToNode(row, row.GetType(), Options)!.AsObject();

    /// <summary>The properties of <paramref name="patch"/> over those of <paramref name="target"/>, one level deep.</summary>
    public static JsonElement Merged(JsonElement target, JsonElement patch)
    {
        var merged = new Dictionary<string, JsonElement>();
        foreach (var property in target.EnumerateObject().Concat(patch.EnumerateObject()))
        {
            merged[property.Name] = property.Value;
        }

        return Element(merged);
    }
}
