using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What the page of one webhook shows, as it was read. Holds no secret.</summary>
/// <param name="Organization">Whose.</param>
/// <param name="Url">The page's address, with the part of the log.</param>
/// <param name="Webhook">The webhook.</param>
/// <param name="Deliveries">The part of its log.</param>
/// <param name="ReadAt">When.</param>
public sealed record WebhookSnapshot(OrganizationId Organization, string Url, WebhookRow Webhook, DeliveryPage Deliveries, DateTimeOffset ReadAt);
