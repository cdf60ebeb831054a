namespace OrgPortal.Web.Features.Webhooks;

/// <summary>All that is known of a delivery.</summary>
/// <param name="Row">As in the log.</param>
/// <param name="Body">The message, as it is sent; <see langword="null"/> for somebody who may not see in the portal what it tells of.</param>
/// <param name="Response">How the last answer began.</param>
/// <param name="Attempts">The last of them, the newest first.</param>
public sealed record DeliveryDetails(DeliveryRow Row, string? Body, string? Response, IReadOnlyList<DeliveryAttempt> Attempts);
