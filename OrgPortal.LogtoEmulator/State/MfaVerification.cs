using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A second factor of a user. Having any satisfies an organization that requires one.</summary>
internal sealed record MfaVerification
{
    public required string Id { get; init; }

    /// <summary><c>Totp</c>, <c>WebAuthn</c> or <c>BackupCode</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ISO 8601, unlike nearly every other time in Logto.</summary>
    public required string CreatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Agent { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Backup codes not used yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RemainCodes { get; init; }

    /// <summary>The shared secret of a TOTP factor; told once, at creation.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }

    [JsonIgnore]
    public ImmutableArray<string> Codes { get; init; } = [];
}
