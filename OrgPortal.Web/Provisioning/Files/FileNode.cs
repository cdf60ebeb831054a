using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OrgPortal.Web.Provisioning.Files;

/// <summary>A mapping of the file. Whoever asks for a value that is not there, or is none of its kind, notes a mistake and goes on.</summary>
internal sealed class FileNode
{
    /// <summary>Leaves an object out where its value is empty, <c>false</c> or <c>no</c>.</summary>
    private const string Condition = "onlyIf";

    private readonly YamlMappingNode _node;
    private readonly FileMistakes _mistakes;
    private readonly HashSet<string> _known = [Condition];

    private FileNode(YamlMappingNode node, string path, FileMistakes mistakes) => (_node, Path, _mistakes) = (node, path, mistakes);

    /// <summary>Where it stands, such as <c>roles[2]</c>.</summary>
    public string Path { get; }

    public long Line => _node.Start.Line;

    public static FileNode Root(YamlMappingNode node, FileMistakes mistakes) => new(node, string.Empty, mistakes);

    public void Mistake(string words, string? key = null) => _mistakes.Add(key is null ? Line : LineOf(key), words);

    /// <summary>A text that must be there.</summary>
    public string Required(string key, int longest = int.MaxValue)
    {
        if (Text(key, longest) is { Length: > 0 } text)
        {
            return text;
        }

        Mistake($"{Of(key)} is missing or empty. Give it a value.", key);
        return string.Empty;
    }

    /// <summary>A text; nothing where there is none.</summary>
    public string? Text(string key, int longest = int.MaxValue)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlScalarNode scalar)
        {
            Mistake($"{Of(key)} must be a text.", key);
            return null;
        }

        var text = Fill(scalar);
        if (text.Length > longest)
        {
            Mistake(string.Create(CultureInfo.InvariantCulture, $"{Of(key)} has {text.Length} characters, and Logto takes {longest}. Shorten it."), key);
        }

        return text;
    }

    /// <summary>One of these texts; <paramref name="otherwise"/> where there is none.</summary>
    public string OneOf(string key, string otherwise, params string[] allowed) => Choice(key, allowed) ?? otherwise;

    /// <summary>One of these texts; nothing where there is none.</summary>
    public string? Choice(string key, params string[] allowed)
    {
        var text = Text(key);
        if (text is null || allowed.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Mistake($"{Of(key)} is '{text}'. Write {string.Join(", ", allowed[..^1])} or {allowed[^1]}.", key);
        return null;
    }

    public bool? Flag(string key)
    {
        switch (Text(key)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Mistake($"{Of(key)} must be true or false.", key);
                return null;
        }
    }

    public int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Mistake(string.Create(CultureInfo.InvariantCulture, $"{Of(key)} is '{text}'. Write a number from {least} to {most}."), key);
        return null;
    }

    /// <summary>A list of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Sequence(key))
        {
            if (item is not YamlScalarNode scalar || Fill(scalar) is not { Length: > 0 } text)
            {
                _mistakes.Add(item.Start.Line, $"{Of(key)} must be a list of texts.");
            }
            else if (texts.Contains(text, StringComparer.Ordinal))
            {
                _mistakes.Add(item.Start.Line, $"{Of(key)} has '{text}' twice. Leave one out.");
            }
            else
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>A list of mappings, without those that their condition leaves out.</summary>
    public IReadOnlyList<FileNode> Items(string key)
    {
        var items = new List<FileNode>();
        foreach (var (place, item) in Sequence(key).Index())
        {
            if (item is not YamlMappingNode mapping)
            {
                _mistakes.Add(item.Start.Line, $"{Of(key)} must be a list of objects, each with a name and a value on every line.");
                continue;
            }

            var node = new FileNode(mapping, string.Create(CultureInfo.InvariantCulture, $"{Of(key)}[{place + 1}]"), _mistakes);
            if (node.IsWanted())
            {
                items.Add(node);
            }
        }

        return items;
    }

    /// <summary>A mapping inside; nothing where there is none or its condition leaves it out.</summary>
    public FileNode? Inner(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (node is YamlMappingNode mapping)
        {
            var inner = new FileNode(mapping, Of(key), _mistakes);
            return inner.IsWanted() ? inner : null;
        }

        Mistake($"{Of(key)} must be an object: names and values on lines of their own, moved in.", key);
        return null;
    }

    /// <summary>A mapping of any shape, as JSON; empty where there is none. Texts without quotes become numbers and truths where they look so.</summary>
    public JsonObject Json(string key) => Find(key) switch
    {
        null => [],
        YamlMappingNode mapping => (JsonObject)ToJson(mapping)!,
        _ => Not(key),
    };

    /// <summary>Notes every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var (key, _) in _node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && !_known.Contains(name))
            {
                var near = _known.Where(known => known != Condition).MinBy(known => Distance(known, name));
                var hint = near is not null && Distance(near, name) <= 2 ? $"Did you mean {near}?" : $"Known here: {string.Join(", ", _known.Where(known => known != Condition).Order(StringComparer.Ordinal))}.";
                _mistakes.Add(key.Start.Line, $"{Of(name)} is not understood. {hint}");
            }
        }
    }

    private JsonObject Not(string key)
    {
        Mistake($"{Of(key)} must be an object: names and values on lines of their own, moved in.", key);
        return [];
    }

    private bool IsWanted() => Find(Condition) is not YamlScalarNode scalar || Fill(scalar).ToLowerInvariant() is not ("" or "false" or "no");

    private string Of(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private string Fill(YamlScalarNode scalar) => FileVariables.Fill(scalar.Value ?? string.Empty, scalar.Start.Line, _mistakes);

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        var node = _node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;
        return node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } ? null : node;
    }

    private IEnumerable<YamlNode> Sequence(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children;
            default:
                Mistake($"{Of(key)} must be a list: a line for each, beginning with '- '.", key);
                return [];
        }
    }

    private long LineOf(string key) =>
        _node.Children.Keys.FirstOrDefault(one => one is YamlScalarNode scalar && scalar.Value == key)?.Start.Line ?? Line;

    private JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children
            .Where(pair => pair.Key is YamlScalarNode)
            .Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? string.Empty, ToJson(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode scalar => ToJson(scalar),
        _ => null,
    };

    private JsonValue? ToJson(YamlScalarNode scalar)
    {
        var text = Fill(scalar);
        return scalar.Style != ScalarStyle.Plain ? JsonValue.Create(text) : text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>How many letters to change, add or leave out.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
