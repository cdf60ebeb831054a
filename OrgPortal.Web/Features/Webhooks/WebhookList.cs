namespace OrgPortal.Web.Features.Webhooks;

/// <summary>The webhooks of an organization.</summary>
/// <param name="Webhooks">The oldest first.</param>
/// <param name="Limit">How many it may have; 0 where there are to be none.</param>
public sealed record WebhookList(IReadOnlyList<WebhookRow> Webhooks, int Limit)
{
    /// <summary>Whether there can be no other.</summary>
    public bool IsFull => Webhooks.Count >= Limit;
}
