namespace OrgPortal.Web.Features.Webhooks;

/// <summary>A delivery in the log.</summary>
/// <param name="Id">Names it, and is its place in the log.</param>
/// <param name="MessageId">The message's id, the same through all attempts.</param>
/// <param name="EventType">What happened.</param>
/// <param name="IsTest">Whether somebody asked for it to see whether messages arrive.</param>
/// <param name="CreatedAt">Since when it is to be sent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="LastAttemptAt">When last.</param>
/// <param name="LastStatus">With which HTTP status.</param>
/// <param name="LastTrouble">Why there was none, from <see cref="DeliveryTroubles"/>.</param>
/// <param name="LastMilliseconds">How long that took.</param>
/// <param name="NextTryAt">When it is sent next.</param>
public sealed record DeliveryRow(
    long Id,
    string MessageId,
    string EventType,
    bool IsTest,
    DateTimeOffset CreatedAt,
    DeliveryState State,
    int Attempts,
    DateTimeOffset? LastAttemptAt,
    int? LastStatus,
    string? LastTrouble,
    int? LastMilliseconds,
    DateTimeOffset? NextTryAt);
