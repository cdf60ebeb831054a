using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>
/// Reads an object and collects everything that is wrong with it, as Logto's input guard does: one refusal
/// (400 <c>guard.invalid_input</c>) names all issues. Unknown keys are passed over.
/// </summary>
internal sealed partial class Guard
{
    private readonly JsonElement _value;
    private readonly string _part;
    private readonly JsonArray _path;
    private readonly JsonArray _issues;

    /// <param name="value">The object to read.</param>
    /// <param name="part">What it is, for the message: <c>body</c> or <c>query</c>.</param>
    public Guard(JsonElement value, string part = "body")
        : this(value, part, [], [])
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType("object", value, null);
            Done();
        }
    }

    private Guard(JsonElement value, string part, JsonArray path, JsonArray issues) =>
        (_value, _part, _path, _issues) = (value, part, path, issues);

    /// <summary>Whether the key is there, even as null.</summary>
    public bool Has(string name) => _value.ValueKind == JsonValueKind.Object && _value.TryGetProperty(name, out _);

    /// <summary>A guard for an object inside; what is wrong with it is reported by this one.</summary>
    public Guard? Inner(string name, bool isRequired = false)
    {
        var inner = Get(name, "object", isRequired, JsonValueKind.Object);
        return inner is { } value ? new Guard(value, _part, PathTo(name), _issues) : null;
    }

    /// <summary>Guards for the objects of a list inside.</summary>
    public IReadOnlyList<Guard> InnerList(string name)
    {
        if (Get(name, "array", true, JsonValueKind.Array) is not { } list)
        {
            return [];
        }

        return [.. list.EnumerateArray().Select((item, index) =>
        {
            var path = PathTo(name);
            path.Add(index);
            var inner = new Guard(item, _part, path, _issues);
            if (item.ValueKind != JsonValueKind.Object)
            {
                inner.WrongType("object", item, null);
            }

            return inner;
        })];
    }

    /// <summary>Throws if anything was wrong.</summary>
    public void Done()
    {
        if (_issues.Count == 0)
        {
            return;
        }

        var lines = _issues.Select(issue =>
        {
            var key = string.Join('.', issue!["path"]!.AsArray().Select(step => step!.ToString()));
            return $"Error in key path \"{key}\": ({issue["code"]}) {issue["message"]}";
        });
        throw new LogtoRefusalException(
            400,
            "guard.invalid_input",
            $"The request {_part} is invalid.",
            new JsonObject { ["issues"] = _issues.DeepClone(), ["name"] = "ZodError" })
        {
            Explanation = string.Join('\n', lines),
        };
    }

    /// <summary>Notes a further issue with a key.</summary>
    public void Refuse(string name, string code, string message, params (string Key, JsonNode? Value)[] more)
    {
        var issue = new JsonObject { ["code"] = code };
        foreach (var (key, value) in more)
        {
            issue[key] = value;
        }

        issue["path"] = PathTo(name);
        issue["message"] = message;
        _issues.Add((JsonNode)issue);
    }

    private JsonArray PathTo(string? name)
    {
        var path = _path.DeepClone().AsArray();
        if (name is not null)
        {
            path.Add(name);
        }

        return path;
    }

    private JsonElement? Get(string name, string type, bool isRequired, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (_value.ValueKind != JsonValueKind.Object || !_value.TryGetProperty(name, out var value))
        {
            if (isRequired)
            {
                WrongType(type, null, name);
            }

            return null;
        }

        if (kinds.Contains(value.ValueKind))
        {
            return value;
        }

        WrongType(type, value, name);
        return null;
    }

    private void WrongType(string expected, JsonElement? value, string? name)
    {
        var received = value?.ValueKind switch
        {
            null => "undefined",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            { } kind => Camel(kind.ToString()),
        };
        _issues.Add((JsonNode)new JsonObject
        {
            ["code"] = "invalid_type",
            ["expected"] = expected,
            ["received"] = received,
            ["path"] = PathTo(name),
            ["message"] = value is null ? "Required" : $"Expected {expected}, received {received}",
        });
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
