using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>The webhooks of an organization.</summary>
internal sealed record WebhookListResponse(
    [property: Description("The oldest first.")] IReadOnlyList<WebhookResponse> Items,
    [property: Description("How many it may have.")] int Limit)
{
    /// <summary>Maps it.</summary>
    public static WebhookListResponse From(WebhookList list) => new([.. list.Webhooks.Select(WebhookResponse.From)], list.Limit);
}
