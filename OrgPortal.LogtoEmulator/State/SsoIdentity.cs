using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Who a user is at an enterprise's identity provider.</summary>
internal sealed record SsoIdentity(
    string Id, string UserId, string Issuer, string IdentityId, string SsoConnectorId, long CreatedAt, JsonElement Detail)
{
    public string TenantId { get; } = "default";
}
