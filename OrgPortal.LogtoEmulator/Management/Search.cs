using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Logto's query language for lists: <c>search</c> or <c>search.{field}</c>, a <c>mode</c> for all or <c>mode.{field}</c> for one, a
/// <c>joint</c> and <c>isCaseSensitive</c>. Several conditions hold together or each alone, as <c>joint</c> says.
/// </summary>
internal sealed partial class Search
{
    private static readonly string[] Modes = ["exact", "like", "similar_to", "posix"];
    private readonly string[] _fields;
    private readonly IReadOnlyList<(int? Field, Func<string?, bool> Matches)> _conditions;
    private readonly bool _isAll;

    private Search(IQueryCollection query, string[] fields)
    {
        _fields = fields;
        var joint = query["joint"].FirstOrDefault() ?? query["jointMode"].FirstOrDefault();
        _isAll = Word(string.IsNullOrEmpty(joint) ? "or" : joint, "joint mode", "or", "and") == "and";
        var isCaseSensitive = query["isCaseSensitive"].FirstOrDefault()?.ToUpperInvariant() is "TRUE" or "1" or "YES" or "Y";
        var modes = query.Keys.Where(key => key.StartsWith("mode", StringComparison.Ordinal)).ToDictionary(
            key => FieldOf(key) ?? "", key => Word(query[key][^1] ?? "", "match mode", Modes));
        var asked = query.Keys.Where(key => key.StartsWith("search", StringComparison.Ordinal)).ToArray();
        _conditions = [.. asked.Select(key => Condition(FieldOf(key), [.. query[key].Select(value => value ?? "")], modes, isCaseSensitive))];
        if (asked is ["search.primaryEmail"] && !isCaseSensitive && ModeOf(modes, "primary_email") == "exact" && query[asked[0]] is [var email])
        {
            ExactEmail = email;
        }
    }

    /// <summary>The address that alone was asked for exactly, which can be looked up instead of searched; null otherwise.</summary>
    public string? ExactEmail { get; }

    /// <summary>Whether nothing was asked for.</summary>
    public bool IsEmpty => _conditions.Count == 0;

    /// <summary>Reads what a call searches for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fields">The columns that can be searched, in the order in which <see cref="Matches"/> is given their values.</param>
    /// <exception cref="LogtoRefusalException">400 <c>request.invalid_input</c>.</exception>
    public static Search From(Call call, params string[] fields) => new(call.Context.Request.Query, fields);

    /// <summary>Whether a row with these values is among what was asked for.</summary>
    public bool Matches(params string?[] values)
    {
        bool Holds((int? Field, Func<string?, bool> Matches) one) => one.Field is { } field
            ? one.Matches(values[field])
            : values.Any(one.Matches);
        return IsEmpty || (_isAll ? _conditions.All(Holds) : _conditions.Any(Holds));
    }

    private static LogtoRefusalException Invalid(string explanation) => Refusals.InvalidInput(400, explanation);

    private static string Word(string given, string what, params string[] words) => words.Contains(given)
        ? given
        : throw Invalid($"Search {what} `{given}` is not valid, expect one of {string.Join(", ", words)}.");

    /// <summary>The column that a parameter is about, whether it is written in camel or in snake case; null for all of them.</summary>
    private static string? FieldOf(string parameter) => parameter.Split('.') switch
    {
        [_] => null,
        [_, var field] => Upper().Replace(field, match => "_" + match.Value.ToLowerInvariant()),
        _ => throw Invalid("Only the first level field is supported."),
    };

    private static string ModeOf(Dictionary<string, string> modes, string? field) =>
        modes.GetValueOrDefault(field ?? "") ?? modes.GetValueOrDefault("") ?? "like";

    private (int? Field, Func<string?, bool> Matches) Condition(
        string? field, string[] values, Dictionary<string, string> modes, bool isCaseSensitive)
    {
        var index = field is null ? -1 : Array.IndexOf(_fields, field);
        if (field is not null && index < 0)
        {
            throw Invalid($"Search field `{field}` is not valid, expect one of {string.Join(", ", _fields)}.");
        }

        var mode = ModeOf(modes, field);
        if (values.Length > 1 && mode != "exact")
        {
            throw Invalid("Only one search value is allowed when search mode is not `exact`.");
        }

        if (values.Any(value => value.Length == 0))
        {
            throw Invalid("Search value cannot be empty.");
        }

        return (field is null ? null : index, Matcher(mode, values, isCaseSensitive));
    }

    private static Func<string?, bool> Matcher(string mode, string[] values, bool isCaseSensitive)
    {
        switch (mode)
        {
            case "exact":
                var comparison = isCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
                return value => value is not null && values.Any(one => string.Equals(one, value, comparison));
            case "like":
                return Like.Matcher(values[0], !isCaseSensitive);
            case "similar_to" when !isCaseSensitive:
                throw Invalid("Cannot use case-insensitive match for `similar to`.");
            default:
                var expression = Compile(mode == "posix" ? values[0] : Similar(values[0]), isCaseSensitive);
                return value => value is not null && expression.IsMatch(value);
        }
    }

    private static Regex Compile(string pattern, bool isCaseSensitive)
    {
        try
        {
            return new Regex(pattern, isCaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            throw Refusals.ServerError(); // the database behind a real Logto refuses the query
        }
    }

    /// <summary>A pattern of <c>SIMILAR TO</c> as a regular expression: it covers the whole value.</summary>
    private static string Similar(string pattern) =>
        $"^(?:{pattern.Replace(".", "\\.", StringComparison.Ordinal).Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')})$";

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
