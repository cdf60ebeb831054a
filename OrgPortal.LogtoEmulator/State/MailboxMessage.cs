using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A message that a real Logto would have mailed.</summary>
/// <remarks>
/// <c>Type</c>: The template's kind, as <c>OrganizationInvitation</c>. <c>Payload</c>: The variables the template
/// was filled with. <c>Text</c>: The content without markup, addresses of links included. <c>SentAt</c>:
/// Milliseconds since the epoch.
/// </remarks>
internal sealed record MailboxMessage(
    string Id, string To, string Type, JsonElement Payload, string Subject, string Text, string Html, long SentAt)
{
    /// <summary>The payload's <c>link</c>, where it has one: what a person would click.</summary>
    public string? Link => Payload.TryGetProperty("link", out var link) ? link.GetString() : null;
}
