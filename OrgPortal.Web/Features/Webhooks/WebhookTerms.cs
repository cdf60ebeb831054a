namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What a webhook can be like.</summary>
/// <param name="EventTypes">Everything it can be told of.</param>
/// <param name="Limit">How many an organization may have.</param>
public sealed record WebhookTerms(IReadOnlyList<WebhookEventChoice> EventTypes, int Limit);
