
namespace OrgPortal.LogtoEmulator.State;

/// <summary>A client secret. Its value can be read at any time; an expired one is refused as such.</summary>
/// <remarks>
/// <c>ExpiresAt</c>: Milliseconds since the epoch; null for never.
/// </remarks>
internal sealed record ApplicationSecret(
    string ApplicationId, string Name, string Value, long CreatedAt, long? ExpiresAt)
{
    public string TenantId { get; } = "default";
}
