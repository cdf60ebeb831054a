
namespace OrgPortal.LogtoEmulator.State;

/// <summary>A permission of an API.</summary>
internal sealed record ResourceScope(string Id, string ResourceId, string Name, string? Description, long CreatedAt)
{
    /// <summary>The id of the Management API's only permission, <c>all</c>.</summary>
    public const string ManagementApiAllId = "management-api-all";

    public string TenantId { get; } = "default";
}
