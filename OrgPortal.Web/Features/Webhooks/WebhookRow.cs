namespace OrgPortal.Web.Features.Webhooks;

/// <summary>A webhook as it is shown. Holds no secret.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Url">Where to.</param>
/// <param name="Description">What it is for.</param>
/// <param name="EventTypes">What it is told of.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FailingSince">Since when nothing arrives.</param>
/// <param name="DeliveredAt">When something last arrived.</param>
/// <param name="OldSecretEndsAt">Until when messages are signed with the secret of before too.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">What whoever made it was called.</param>
public sealed record WebhookRow(
    Guid Id,
    string Url,
    string? Description,
    IReadOnlyList<string> EventTypes,
    WebhookState State,
    DateTimeOffset? FailingSince,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? OldSecretEndsAt,
    DateTimeOffset CreatedAt,
    string? CreatedBy)
{
    /// <summary>Whether it is told of what happens.</summary>
    public bool IsOn => State is WebhookState.On or WebhookState.Troubled;

    /// <summary>The host, by which people know it.</summary>
    public string Host => WebhookAddress.HostOf(Url);
}
