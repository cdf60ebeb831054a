using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What the page of all webhooks shows, as it was read.</summary>
public sealed record WebhooksSnapshot(OrganizationId Organization, WebhookList List, DateTimeOffset ReadAt);
