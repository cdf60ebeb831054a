using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>What a webhook can be like.</summary>
internal sealed record WebhookTermsResponse(
    [property: Description("Everything it can be told of.")] IReadOnlyList<WebhookEventResponse> EventTypes,
    [property: Description("How many webhooks the organization may have.")] int Limit)
{
    /// <summary>Maps them.</summary>
    public static WebhookTermsResponse From(WebhookTerms terms) => new([.. terms.EventTypes.Select(type => new WebhookEventResponse(type.Name, type.Permission.Value, type.CanChoose))], terms.Limit);
}
