using System.Text.RegularExpressions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>MudBlazor's stylesheet, of which the build keeps what is in use (<c>OrgPortal.Web.csproj</c>, <c>MudBlazorClassesInUse</c>).</summary>
internal static partial class MudBlazorStyles
{
    /// <summary>Finds what was left out although it concerns something that stood on a page.</summary>
    /// <param name="portal">Where the portal gives out both the trimmed stylesheet and the whole one.</param>
    /// <param name="seen">The classes that stood on pages.</param>
    /// <returns>The selectors of the rules that are missing.</returns>
    public static async Task<IReadOnlyList<string>> MissingAsync(Uri portal, ISet<string> seen)
    {
        using var client = new HttpClient { BaseAddress = portal };
        var kept = (await ReadAsync(client, "/lib/MudBlazor.min.css")).ToHashSet(StringComparer.Ordinal);
        return [.. (await ReadAsync(client, "/_content/MudBlazor/MudBlazor.min.css")).Where(rule => !kept.Contains(rule)).Select(rule => rule[..rule.IndexOf('{', StringComparison.Ordinal)]).Where(selector => Concerns(selector, seen))];
    }

    private static async Task<IEnumerable<string>> ReadAsync(HttpClient client, string path) => Rule.Matches(await client.GetStringAsync(path)).Select(match => match.Value);

    // Any of its selectors does: each of the classes that one asks for was seen. What MudBlazor gives ids to is not in use.
    private static bool Concerns(string selectors, ISet<string> seen) => selectors.Split(',').Where(selector => !selector.Contains('#', StringComparison.Ordinal)).Any(selector =>
    {
        var classes = Class.Matches(Negation.Replace(selector, string.Empty));
        return classes.Count > 0 && classes.All(match => seen.Contains(match.Groups[1].Value.Replace("\\", string.Empty, StringComparison.Ordinal)));
    });

    [GeneratedRegex(@"[^{}]+\{[^{}]*\}")]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@":not\([^()]*\)")]
    private static partial Regex Negation { get; }

    [GeneratedRegex(@"\.(-?[_a-zA-Z](?:[\w-]|\\.)*)")]
    private static partial Regex Class { get; }
}
