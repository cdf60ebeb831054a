namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Which part of a log.</summary>
/// <param name="State">Only what stands so.</param>
/// <param name="Before">Only what is older than this delivery.</param>
public sealed record DeliveryQuery(DeliveryState? State = null, long? Before = null);
