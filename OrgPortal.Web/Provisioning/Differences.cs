using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Provisioning;

/// <summary>Collects in what an object differs from what it shall be. What the file leaves out is not compared.</summary>
internal sealed class Differences
{
    private const int Longest = 80;
    private readonly List<FieldChange> _fields = [];

    public IReadOnlyList<FieldChange> Fields => _fields;

    /// <summary>Compares a text, which may be long: of that only the beginning is shown.</summary>
    /// <returns>Whether it differs.</returns>
    public bool Text(string field, string? before, string? after)
    {
        if (after is null || (before ?? string.Empty) == after)
        {
            return false;
        }

        _fields.Add(new FieldChange(field, Short(before), Short(after)));
        return true;
    }

    public bool Value<T>(string field, T? before, T? after)
        where T : struct
    {
        if (after is null || EqualityComparer<T?>.Default.Equals(before, after))
        {
            return false;
        }

        _fields.Add(new FieldChange(field, Words(before), Words(after)));
        return true;
    }

    /// <summary>Something that is not shown: a secret, or a text that says nothing.</summary>
    public void Hidden(string field) => _fields.Add(new FieldChange(field, "(not shown)", "(not shown)"));

    /// <summary>Compares a list. What is missing is added; what is too much goes only with <c>--prune</c>, if at all.</summary>
    /// <returns>The list as it shall be, and whether it differs from what there is when it is so.</returns>
    public (IReadOnlyList<string> Wanted, bool Differs) List(string field, IEnumerable<string> before, IReadOnlyCollection<string> after, bool prune, bool ownsTheRest = true)
    {
        string[] now = [.. before];
        string[] missing = [.. after.Except(now)];
        string[] extra = ownsTheRest ? [.. now.Except(after)] : [];
        _fields.AddRange(missing.Select(item => new FieldChange(field, null, item)));
        _fields.AddRange(extra.Select(item => new FieldChange(field, item, null, NeedsPrune: true)));
        return (prune ? [.. now.Except(extra), .. missing] : [.. now, .. missing], missing.Length > 0 || (prune && extra.Length > 0));
    }

    /// <summary>Compares an object of any shape, name by name. Values are not shown: any of them may be a secret.</summary>
    public void Json(string field, JsonObject? before, JsonObject after)
    {
        foreach (var (name, value) in after)
        {
            var now = before?[name];
            if (value is JsonObject inner && now is JsonObject or null)
            {
                Json($"{field}.{name}", now as JsonObject, inner);
            }
            else if (!JsonNode.DeepEquals(now, value))
            {
                Hidden($"{field}.{name}");
            }
        }
    }

    private static string? Short(string? text)
    {
        var line = text?.ReplaceLineEndings(" ");
        return line?.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"{line[..Longest]}… ({text!.Length} characters)") : line;
    }

    private static string? Words<T>(T? value)
        where T : struct => value switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };
}
