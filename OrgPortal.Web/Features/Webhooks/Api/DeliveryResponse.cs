using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>A message to a webhook, and how its delivery goes.</summary>
internal sealed record DeliveryResponse(
    [property: Description("Names it in the log.")] long Id,
    [property: Description("The message's id: webhook-id of every attempt.")] string MessageId,
    [property: Description("What happened.")] string EventType,
    [property: Description("Whether somebody asked for it as a test.")] bool IsTest,
    [property: Description("Since when it is to be sent.")] DateTimeOffset CreatedAt,
    [property: Description("waiting: is sent, now or later; delivered; failed: is not sent any more.")] DeliveryState State,
    [property: Description("How often it was sent.")] int Attempts,
    [property: Description("When last.")] DateTimeOffset? LastAttemptAt,
    [property: Description("The HTTP status of the last answer.")] int? LastStatus,
    [property: Description("Why there was none: connection, no_public_address, tls, timeout, address, secret, switched_off, unanswered.")] string? LastTrouble,
    [property: Description("How long the last attempt took.")] int? LastMilliseconds,
    [property: Description("When it is sent next.")] DateTimeOffset? NextTryAt)
{
    /// <summary>Maps it.</summary>
    public static DeliveryResponse From(DeliveryRow row) => new(
        row.Id, row.MessageId, row.EventType, row.IsTest, row.CreatedAt, row.State, row.Attempts, row.LastAttemptAt, row.LastStatus, row.LastTrouble, row.LastMilliseconds, row.NextTryAt);
}
