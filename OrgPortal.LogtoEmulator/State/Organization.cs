using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A customer, team or workspace inside the tenant. Names are not unique.</summary>
internal sealed record Organization
{
    public string TenantId { get; } = "default";

    /// <summary>12 lower-case letters and digits, always chosen by the server.</summary>
    public required string Id { get; init; }

    /// <summary>1 to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Up to 256 characters.</summary>
    public string? Description { get; init; }

    public JsonElement CustomData { get; init; } = StateJson.EmptyObject;

    public bool IsMfaRequired { get; init; }

    public JsonElement Color { get; init; } = StateJson.EmptyObject;

    public JsonElement Branding { get; init; } = StateJson.EmptyObject;

    public string? CustomCss { get; init; }

    public long CreatedAt { get; init; }
}
