using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Logto's own settings of a client; what nobody set is absent from the JSON.</summary>
internal sealed record CustomClientMetadata
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? CorsAllowedOrigins { get; init; }

    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? IdTokenTtl { get; init; }

    /// <summary>Seconds; superseded by <see cref="RefreshTokenTtlInDays"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RefreshTokenTtl { get; init; }

    /// <summary>1 to 180; 14 unless set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RefreshTokenTtlInDays { get; init; }

    /// <summary>A refresh token even without <c>offline_access</c> and <c>prompt=consent</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AlwaysIssueRefreshToken { get; init; }

    /// <summary>Rotation; on unless switched off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RotateRefreshToken { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowTokenExchange { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsDeviceFlow { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxAllowedGrants { get; init; }
}
