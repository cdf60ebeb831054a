namespace OrgPortal.Web.Features.Webhooks;

/// <summary>The words of webhooks, in <c>WebhookText.resx</c> and its translations.</summary>
public sealed class WebhookText;
