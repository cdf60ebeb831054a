using System.Collections.Immutable;
using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A webhook.</summary>
internal sealed record Hook
{
    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Left over from the time when a webhook had one event.</summary>
    public string? Event { get; init; }

    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary><c>{url, headers?}</c>.</summary>
    public JsonElement Config { get; init; } = StateJson.EmptyObject;

    /// <summary>The key of the signature in <c>logto-signature-sha-256</c>.</summary>
    public required string SigningKey { get; init; }

    public bool Enabled { get; init; } = true;

    public long CreatedAt { get; init; }
}
