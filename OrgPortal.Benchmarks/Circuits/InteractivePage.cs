using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrgPortal.Benchmarks.Circuits;

/// <summary>What a page's HTML hands to the browser for its circuit.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Markers">The components that are to become interactive, in the order of the page.</param>
/// <param name="State">What was kept for them.</param>
/// <param name="Length">The HTML. Characters.</param>
internal sealed partial record InteractivePage(Uri Url, IReadOnlyList<string> Markers, string State, int Length)
{
    /// <summary>Reads it.</summary>
    public static InteractivePage Read(Uri url, string html)
    {
        string[] markers = [.. Marker().Matches(html).Select(match => match.Groups[1].Value).Where(json => json.Contains("\"descriptor\"", StringComparison.Ordinal))];
        return markers.Length == 0
            ? throw new InvalidOperationException($"Nothing at {url} is interactive: {html[..Math.Min(html.Length, 400)]}")
            : new InteractivePage(url, markers, StateMarker().Match(html).Groups[1].Value, html.Length);
    }

    /// <summary>What the hub is told to make interactive.</summary>
    public string Operations
    {
        get
        {
            var operations = new JsonArray();
            foreach (var (number, marker) in Markers.Index())
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = number + 1, ["marker"] = JsonNode.Parse(marker) });
            }

            return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString();
        }
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateMarker();
}
