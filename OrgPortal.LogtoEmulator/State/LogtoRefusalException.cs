using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// What Logto refuses, as it says it: the status, the <c>code</c> clients decide by, and a text for people.
/// Thrown by operations on the state; whoever answers the request turns it into a body.
/// </summary>
internal sealed class LogtoRefusalException(
    int status, string? code, string message, JsonNode? details = null) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Null where Logto sends a <c>message</c> only.</summary>
    public string? Code { get; } = code;

    /// <summary>The body's <c>data</c>.</summary>
    public JsonNode? Details { get; } = details;

    /// <summary>The body's <c>details</c>: a line per invalid key.</summary>
    public string? Explanation { get; init; }
}
