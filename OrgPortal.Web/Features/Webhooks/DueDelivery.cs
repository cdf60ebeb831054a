using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Something that a node has taken to be sent, and where to.</summary>
/// <param name="Delivery">What.</param>
/// <param name="Webhook">Where to, as it is now.</param>
/// <param name="Turn">The node's turn.</param>
internal sealed record DueDelivery(WebhookDelivery Delivery, WebhookEndpoint Webhook, Guid Turn);
