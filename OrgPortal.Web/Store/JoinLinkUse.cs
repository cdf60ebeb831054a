namespace OrgPortal.Web.Store;

/// <summary>
/// Somebody who joined by a link, or was about to: written before the first call to Logto, so that after a crash it is known what is half done.
/// A link works once for each person.
/// </summary>
public sealed class JoinLinkUse
{
    /// <summary>The link.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>The organization, also after the link is deleted.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>What the person was called then.</summary>
    public string? PersonName { get; init; }

    /// <summary><c>begun</c> or <c>done</c>.</summary>
    public required string State { get; set; }

    /// <summary>When it was begun last; once done, when the person joined.</summary>
    public required DateTimeOffset At { get; set; }
}
