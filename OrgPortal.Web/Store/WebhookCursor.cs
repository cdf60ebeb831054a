namespace OrgPortal.Web.Store;

/// <summary>How far of the audit trail webhooks were told: one row, which nodes move one after the other.</summary>
public sealed class WebhookCursor
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The place of the last record that was looked at.</summary>
    public required long Sequence { get; set; }
}
