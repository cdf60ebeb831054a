namespace OrgPortal.Web.Features.Webhooks;

/// <summary>A signing secret that was just made: to be shown this once.</summary>
/// <param name="Webhook">Whose.</param>
/// <param name="Host">Where it sends to.</param>
/// <param name="Value">The secret, <c>whsec_…</c>.</param>
/// <param name="OldEndsAt">Until when messages are signed with the one before too.</param>
public sealed record ShownWebhookSecret(Guid Webhook, string Host, string Value, DateTimeOffset? OldEndsAt)
{
    /// <summary>The host alone.</summary>
    public override string ToString() => Host;
}
