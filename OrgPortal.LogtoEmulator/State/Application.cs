using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A client of the authorization server.</summary>
internal sealed record Application
{
    public string TenantId { get; } = "default";

    /// <summary>21 lower-case letters and digits; also the <c>client_id</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public ApplicationType Type { get; init; }

    public OidcClientMetadata OidcClientMetadata { get; init; } = new();

    public CustomClientMetadata CustomClientMetadata { get; init; } = new();

    public JsonElement? ProtectedAppMetadata { get; init; }

    public JsonElement CustomData { get; init; } = StateJson.EmptyObject;

    public bool IsThirdParty { get; init; }

    public bool AppLevelAccessControlEnabled { get; init; }

    public long CreatedAt { get; init; }

    [JsonIgnore]
    public ImmutableArray<ApplicationSecret> Secrets { get; init; } = [];

    /// <summary>Tenant-wide roles; access to the Management API comes through one.</summary>
    [JsonIgnore]
    public ImmutableArray<string> RoleIds { get; init; } = [];

    /// <summary>Whether the client can keep a secret and must show one at the token endpoint.</summary>
    [JsonIgnore]
    public bool IsConfidential => Type is ApplicationType.Traditional or ApplicationType.MachineToMachine;
}
