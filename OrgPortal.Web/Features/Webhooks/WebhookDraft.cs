namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What was typed to make or change a webhook.</summary>
/// <param name="Url">As typed.</param>
/// <param name="Description">As typed.</param>
/// <param name="EventTypes">What it is to be told of.</param>
public sealed record WebhookDraft(string Url, string Description, IReadOnlyList<string> EventTypes);
