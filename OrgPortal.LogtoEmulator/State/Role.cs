using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A role of the tenant, outside of any organization.</summary>
internal sealed record Role
{
    /// <summary>The id of the role that opens the Management API to an application.</summary>
    public const string ManagementApiAccessId = "management-api-access";

    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public RoleType Type { get; init; }

    public bool IsDefault { get; init; }

    /// <summary>Permissions of API resources.</summary>
    [JsonIgnore]
    public ImmutableArray<string> ScopeIds { get; init; } = [];
}
