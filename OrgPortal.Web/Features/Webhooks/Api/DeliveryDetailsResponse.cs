using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>All that is known of a delivery.</summary>
internal sealed record DeliveryDetailsResponse(
    [property: Description("As in the log.")] DeliveryResponse Delivery,
    [property: Description("The message, as it is sent; null for somebody who may not see what it tells of.")] string? Body,
    [property: Description("How the last answer began, at most 1,024 characters.")] string? Response,
    [property: Description("The last attempts, at most twenty, the newest first.")] IReadOnlyList<DeliveryAttemptResponse> Attempts)
{
    /// <summary>Maps them.</summary>
    public static DeliveryDetailsResponse From(DeliveryDetails details) =>
        new(DeliveryResponse.From(details.Row), details.Body, details.Response, [.. details.Attempts.Select(one => new DeliveryAttemptResponse(one.At, one.Status, one.Trouble, one.Milliseconds))]);
}
