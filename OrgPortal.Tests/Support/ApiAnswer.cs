using System.Net;
using System.Text.Json;

namespace OrgPortal.Tests.Support;

/// <summary>What the API answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">All headers, by name in any case.</param>
/// <param name="Text">The body as text.</param>
public sealed record ApiAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The body.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The code of a problem; empty for what is none.</summary>
    public string Code => Header("Content-Type").StartsWith("application/problem+json", StringComparison.Ordinal) && Json.TryGetProperty("code", out var code) ? code.GetString()! : string.Empty;

    /// <summary>A text of the body.</summary>
    public string this[string name] => Json.GetProperty(name).GetString()!;

    /// <summary>A header; empty when there is none.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, string.Empty);

    /// <summary>Reads it.</summary>
    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await answer.Content.ReadAsStringAsync());
}
