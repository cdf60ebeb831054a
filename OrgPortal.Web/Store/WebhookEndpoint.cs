namespace OrgPortal.Web.Store;

/// <summary>An address at which an organization wants to be told of what happens in it.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>Names it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is, for ever.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Where to.</summary>
    public required string Url { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Which events, with spaces between them.</summary>
    public required string EventTypes { get; set; }

    /// <summary>What messages are signed with, encrypted.</summary>
    public required string Secret { get; set; }

    /// <summary>What they were signed with before, encrypted; <see langword="null"/> when that has ended.</summary>
    public string? OldSecret { get; set; }

    /// <summary>Until when messages are signed with it too.</summary>
    public DateTimeOffset? OldSecretEndsAt { get; set; }

    /// <summary><c>on</c>; <c>off</c>, by a person; <c>failing</c>, switched off by the portal because nothing arrived for days; <c>gone</c>, because it answered 410.</summary>
    public required string State { get; set; }

    /// <summary>Since when it is told of what happens: of nothing before.</summary>
    public required DateTimeOffset OnSince { get; set; }

    /// <summary>Since when nothing arrives; <see langword="null"/> as long as the last attempt was good.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When something last arrived.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedById { get; init; }

    /// <summary>What that person was called.</summary>
    public string? CreatedByName { get; init; }
}
