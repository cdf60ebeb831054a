using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrgPortal.LogtoEmulator.Answers;

/// <content>What kinds of values there are.</content>
internal sealed partial class Guard
{
    /// <summary>A required text.</summary>
    public string String(string name, int most = int.MaxValue, int least = 1) =>
        Text(name, isRequired: true, isNullable: false, least, most) ?? "";

    /// <summary>A text that may be left out; null then.</summary>
    public string? OptionalString(string name, int most = int.MaxValue, int least = 1) =>
        Text(name, isRequired: false, isNullable: false, least, most);

    /// <summary>A text that may be left out, null or empty; an empty one counts as null, as in Logto's tables.</summary>
    public string? NullableString(string name, int most = int.MaxValue) =>
        Text(name, isRequired: false, isNullable: true, 0, most) is { Length: > 0 } text ? text : null;

    /// <summary>A text of a certain form.</summary>
    public string? Matching(string name, Regex form, bool isRequired = false, bool isNullable = false, string kind = "regex")
    {
        var text = Text(name, isRequired, isNullable, 0, int.MaxValue);
        if (text is { Length: 0 } && isNullable)
        {
            return null;
        }

        if (text is not null && !form.IsMatch(text))
        {
            Refuse(name, "invalid_string", kind == "regex" ? "Invalid" : $"Invalid {kind}", ("validation", kind));
        }

        return text;
    }

    public bool? Bool(string name) =>
        Get(name, "boolean", false, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public bool RequiredBool(string name) =>
        Get(name, "boolean", true, JsonValueKind.True, JsonValueKind.False)?.GetBoolean() ?? false;

    /// <summary>A number without a fraction; null where left out (or, if allowed, null).</summary>
    public long? Number(string name, bool isRequired = false, bool isNullable = false, long? least = null, long? most = null)
    {
        if (isNullable && IsNull(name))
        {
            return null;
        }

        if (Get(name, "number", isRequired, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        var number = value.TryGetInt64(out var whole) ? whole : (long)value.GetDouble();
        if (number < least)
        {
            Refuse(
                name, "too_small", $"Number must be greater than or equal to {least}",
                ("minimum", least), ("type", "number"), ("inclusive", true), ("exact", false));
        }
        else if (number > most)
        {
            Refuse(
                name, "too_big", $"Number must be less than or equal to {most}",
                ("maximum", most), ("type", "number"), ("inclusive", true), ("exact", false));
        }

        return number;
    }

    /// <summary>A list of texts; null where it was left out.</summary>
    public string[]? Strings(string name, bool isRequired = false, int least = 0)
    {
        if (Get(name, "array", isRequired, JsonValueKind.Array) is not { } list)
        {
            return null;
        }

        if (list.GetArrayLength() < least)
        {
            Refuse(
                name, "too_small", $"Array must contain at least {least} element(s)",
                ("minimum", least), ("type", "array"), ("inclusive", true), ("exact", false));
        }

        if (list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Refuse(name, "invalid_type", "Expected string", ("expected", "string"));
            return [];
        }

        return [.. list.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>A required list of ids, none of them empty, with at least <paramref name="least"/> of them.</summary>
    public string[] Ids(string name, int least = 0) => IdsIfAny(name, isRequired: true, least) ?? [];

    /// <summary>A list of ids or names, none of them empty; null where it was left out.</summary>
    public string[]? IdsIfAny(string name, bool isRequired = false, int least = 0)
    {
        var ids = Strings(name, isRequired, least);
        if (ids?.Any(id => id.Length == 0) == true)
        {
            Refuse(
                name, "too_small", "String must contain at least 1 character(s)",
                ("minimum", 1), ("type", "string"), ("inclusive", true), ("exact", false));
        }

        return ids;
    }

    /// <summary>A free object; null where it was left out.</summary>
    public JsonElement? Object(string name, bool isRequired = false) =>
        Get(name, "object", isRequired, JsonValueKind.Object)?.Clone();

    /// <summary>Any value at all; null where it was left out.</summary>
    public JsonElement? Any(string name) => Has(name) ? _value.GetProperty(name).Clone() : null;

    /// <summary>One of some words; null where it was left out.</summary>
    public string? OneOf(string name, bool isRequired, params string[] words)
    {
        var text = Get(
            name, isRequired && !Has(name) ? string.Join(" | ", words.Select(word => $"'{word}'")) : "string",
            isRequired, JsonValueKind.String)?.GetString();
        if (text is not null && !words.Contains(text))
        {
            Refuse(
                name,
                "invalid_enum_value",
                $"Invalid enum value. Expected {string.Join(" | ", words.Select(word => $"'{word}'"))}, received '{text}'",
                ("received", text),
                ("options", new JsonArray([.. words.Select(word => (JsonNode)word)])));
        }

        return text;
    }

    /// <summary>One of some words, or null.</summary>
    public string? NullableOneOf(string name, params string[] words) => IsNull(name) ? null : OneOf(name, false, words);

    /// <summary>Notes every value of the object that is no text.</summary>
    public void AllStrings()
    {
        foreach (var property in _value.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.String))
        {
            WrongType("string", property.Value, property.Name);
        }
    }

    private bool IsNull(string name) => Has(name) && _value.GetProperty(name).ValueKind == JsonValueKind.Null;

    private string? Text(string name, bool isRequired, bool isNullable, int least, int most)
    {
        if (isNullable && IsNull(name))
        {
            return null;
        }

        var text = Get(name, "string", isRequired, JsonValueKind.String)?.GetString();
        if (text?.Length < least)
        {
            Refuse(
                name, "too_small", $"String must contain at least {least} character(s)",
                ("minimum", least), ("type", "string"), ("inclusive", true), ("exact", false));
        }
        else if (text?.Length > most)
        {
            Refuse(
                name, "too_big", $"String must contain at most {most} character(s)",
                ("maximum", most), ("type", "string"), ("inclusive", true), ("exact", false));
        }

        return text;
    }
}
