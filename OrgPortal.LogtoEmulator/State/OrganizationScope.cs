
namespace OrgPortal.LogtoEmulator.State;

/// <summary>A permission of the organization template.</summary>
internal sealed record OrganizationScope(string Id, string Name, string? Description)
{
    public string TenantId { get; } = "default";
}
