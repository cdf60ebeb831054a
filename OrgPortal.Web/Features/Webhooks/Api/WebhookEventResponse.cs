using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>Something that a webhook can be told of.</summary>
internal sealed record WebhookEventResponse(
    [property: Description("Its name, as in messages.")] string Name,
    [property: Description("The permission that it takes to choose it.")] string Permission,
    [property: Description("Whether the caller holds it.")] bool CanChoose);
