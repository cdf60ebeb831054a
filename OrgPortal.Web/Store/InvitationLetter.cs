namespace OrgPortal.Web.Store;

/// <summary>
/// What goes with an invitation's mail, kept so that sending it again says the same, and whether the last mail went out. Most invitations have none.
/// It goes when the invitation is accepted, declined or renewed, or when its record is deleted.
/// </summary>
public sealed class InvitationLetter
{
    /// <summary>How many characters a note may have.</summary>
    public const int LongestNote = 500;

    /// <summary>The invitation in Logto.</summary>
    public required string InvitationId { get; init; }

    /// <summary>The organization of the invitation.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Language of the mail as Logto's templates name it (<c>en</c>, <c>zh-CN</c>); <see langword="null"/> leaves it to the tenant.</summary>
    public string? Language { get; set; }

    /// <summary>What the inviter wrote.</summary>
    public string? Note { get; set; }

    /// <summary>Why the last mail did not go out, the code of a failure; <see langword="null"/> when it did, as far as Logto says.</summary>
    public string? FailedBecause { get; set; }
}
