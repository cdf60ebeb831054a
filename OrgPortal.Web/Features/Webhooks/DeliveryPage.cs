namespace OrgPortal.Web.Features.Webhooks;

/// <summary>A part of a webhook's log, the newest first.</summary>
/// <param name="Rows">At most <see cref="IWebhookService.PageSize"/>.</param>
/// <param name="Next">Where it goes on; nothing at the end.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryRow> Rows, long? Next);
