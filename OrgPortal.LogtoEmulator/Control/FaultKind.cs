using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>What goes wrong with a call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>Answered with <see cref="Fault.Status"/>: 502 to 504 as a proxy's HTML page, 429 with <see cref="Fault.RetryAfter"/>, others as JSON.</summary>
    Status,

    /// <summary>Answered as always, but only after <see cref="Fault.Delay"/>.</summary>
    Delay,

    /// <summary>Answered with plain text under <see cref="Fault.Status"/> (200 if none is given).</summary>
    Text,

    /// <summary>The connection is closed without an answer.</summary>
    Drop,

    /// <summary>Answered 200 with something that is called JSON and is none.</summary>
    Garbage,

    /// <summary>The true answer breaks off in the middle of its body.</summary>
    Truncate,
}
