using System.Text.Json;

namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>A webhook as it arrived.</summary>
internal sealed record HookDelivery(Uri Address, byte[] Body, string Signature)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
