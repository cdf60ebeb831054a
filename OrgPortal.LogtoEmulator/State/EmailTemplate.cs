using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A text for one kind of message in one language; it comes before the connector's own templates.</summary>
internal sealed record EmailTemplate
{
    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    public required string LanguageTag { get; init; }

    /// <summary>As <c>OrganizationInvitation</c>, or <c>Generic</c>.</summary>
    public required string TemplateType { get; init; }

    /// <summary><c>{subject, content, contentType?, replyTo?, sendFrom?}</c>.</summary>
    public JsonElement Details { get; init; } = StateJson.EmptyObject;

    public long CreatedAt { get; init; }
}
