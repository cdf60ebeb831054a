namespace OrgPortal.Web.Store;

/// <summary>
/// A link that was mailed or copied. Several may live for one invitation; all end when it is accepted, declined, revoked or
/// renewed. An ended one is still recognised, so that its bearer can be told what happened.
/// </summary>
public sealed class InvitationToken
{
    /// <summary>SHA-256 of the token, hexadecimal; the token itself is kept nowhere.</summary>
    public required string Hash { get; init; }

    /// <summary>The invitation in Logto.</summary>
    public required string InvitationId { get; init; }

    /// <summary>The organization of the invitation.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The invited address, trimmed and lower-cased.</summary>
    public required string Invitee { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it lives.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>
    /// Who made the link and so vouches for the invitation: the inviter, or whoever sent it again. <see langword="null"/> when
    /// the entry was never a link and only remembers how the invitation ended.
    /// </summary>
    public string? CreatedById { get; init; }

    /// <summary>What that person was called then.</summary>
    public string? CreatedByName { get; init; }

    /// <summary>Why it ended (<c>accepted</c>, <c>declined</c>, <c>revoked</c>, <c>renewed</c>, <c>expired</c>; <c>not_sent</c> when the mail that held it did not go out).</summary>
    public string? EndedBecause { get; set; }

    /// <summary>What the person said who declined; <see langword="null"/> for nothing.</summary>
    public string? EndedNote { get; set; }

    /// <summary>
    /// Whether it went to the invited address by mail, and to nobody else: then whoever has it reads that mailbox. A link that was handed to the
    /// inviter proves nothing.
    /// </summary>
    public bool IsMailed { get; init; }

    /// <summary>When its bearer asked for a new invitation last.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>After renewal: the invitation that took this one's place, so that an old link can lead on.</summary>
    public string? ReplacedByInvitationId { get; set; }
}
