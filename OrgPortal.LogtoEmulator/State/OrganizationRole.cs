using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A role of the organization template, shared by all organizations.</summary>
internal sealed record OrganizationRole
{
    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    /// <summary>1 to 128 characters, unique.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    public RoleType Type { get; init; }

    /// <summary>Permissions inside an organization; they appear in organization tokens.</summary>
    [JsonIgnore]
    public ImmutableArray<string> ScopeIds { get; init; } = [];

    /// <summary>Permissions of API resources, for resource tokens with an organization.</summary>
    [JsonIgnore]
    public ImmutableArray<string> ResourceScopeIds { get; init; } = [];
}
