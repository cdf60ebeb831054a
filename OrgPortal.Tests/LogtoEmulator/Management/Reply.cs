using System.Text.Json;

namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(int Status, string Body, string? MediaType, IReadOnlyDictionary<string, string[]> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The <c>code</c> of a refusal.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public int Count => Json.GetArrayLength();

    public string? Total => Headers.TryGetValue("Total-Number", out var values) ? values[0] : null;

    public string Text(string property) => Json.GetProperty(property).GetString()!;

    /// <summary>A property of every item of a list.</summary>
    public string[] All(string property) => [.. Json.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase));
}
