using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>What a webhook is to be like: all of it, also what stays.</summary>
internal sealed record WebhookRequest(
    [property: Description("Where messages are sent: https, reachable from the Internet, at most 2,048 characters, without a name or password in it.")] string? Url,
    [property: Description("What it is told of: at least one. What is added must be something that the caller may see too.")] IReadOnlyList<string>? EventTypes,
    [property: Description("What it is for, at most 256 characters; left out for nothing.")] string? Description = null)
{
    /// <summary>The form.</summary>
    public WebhookForm Read() => new(Url ?? string.Empty, Description, EventTypes ?? []);
}
