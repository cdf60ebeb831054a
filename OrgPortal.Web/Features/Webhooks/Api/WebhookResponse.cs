using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>A webhook of an organization, without its secret.</summary>
internal sealed record WebhookResponse(
    [property: Description("Names it.")] Guid Id,
    [property: Description("Where messages are sent.")] string Url,
    [property: Description("What it is for.")] string? Description,
    [property: Description("What it is told of.")] IReadOnlyList<string> EventTypes,
    [property: Description("on: told of what happens; troubled: the same, but the last message did not arrive; off: switched off by somebody; failing: switched off by the portal, since nothing arrived for days; gone: switched off by the portal, since the address answered 410.")] WebhookState State,
    [property: Description("Since when nothing arrives; null when the last message did.")] DateTimeOffset? FailingSince,
    [property: Description("When something last arrived.")] DateTimeOffset? DeliveredAt,
    [property: Description("Until when messages are signed with the secret of before too.")] DateTimeOffset? OldSecretExpiresAt,
    [property: Description("When it was made.")] DateTimeOffset CreatedAt,
    [property: Description("What whoever made it was called.")] string? CreatedBy)
{
    /// <summary>Maps it.</summary>
    public static WebhookResponse From(WebhookRow row) => new(
        row.Id, row.Url, row.Description, row.EventTypes, row.State, row.FailingSince, row.DeliveredAt, row.OldSecretEndsAt, row.CreatedAt, row.CreatedBy);
}
