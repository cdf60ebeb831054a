using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>An entry of Logto's audit log, which knows of sign-ins, tokens and webhooks only.</summary>
/// <remarks>
/// <c>Key</c>: As <c>Interaction.SignIn.Submit</c> or <c>TriggerHook.Organization.Created</c>. <c>Payload</c>:
/// <c>{key, result, userId?, applicationId?, …}</c>.
/// </remarks>
internal sealed record LogEntry(string Id, string Key, JsonElement Payload, long CreatedAt)
{
    public string TenantId { get; } = "default";
}
