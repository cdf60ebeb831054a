using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>An entry of Logto's own log, one item of <c>GET /api/logs</c>. Holds only whether and when; Logto sends more.</summary>
/// <param name="Key">What happened, as <see cref="LogKeys.MachineToken"/>.</param>
/// <param name="Payload">How it ended.</param>
/// <param name="CreatedAt">When.</param>
public sealed record LogEntry(
    string Key,
    LogPayload Payload,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset CreatedAt);

/// <summary>What an entry says.</summary>
/// <param name="Result"><c>Success</c> or <c>Error</c>.</param>
public sealed record LogPayload(string? Result)
{
    /// <summary>Whether it was done.</summary>
    [JsonIgnore]
    public bool IsSuccess => Result == "Success";
}

/// <summary>What Logto's log calls what the portal looks for.</summary>
public static class LogKeys
{
    /// <summary>An application asked for a token of its own.</summary>
    public const string MachineToken = "ExchangeTokenBy.ClientCredentials";
}
