namespace OrgPortal.Web.Store;

/// <summary>A note for one person inside the portal. Words are made when it is read, so only what they are made of is kept.</summary>
public sealed class NoticeEntry
{
    /// <summary>Given by the store; a newer one has a larger one.</summary>
    public long Id { get; init; }

    /// <summary>For whom.</summary>
    public required string RecipientId { get; init; }

    /// <summary>About which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>What happened, from <c>NoticeKinds</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the words are made of: a small JSON object.</summary>
    public required string Facts { get; init; }

    /// <summary>A name for what happened: a person is told of it once. <see langword="null"/> for what may be told again.</summary>
    public string? Once { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was read; <see langword="null"/> while it was not.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}
