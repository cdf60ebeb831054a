namespace OrgPortal.Web.Store;

/// <summary>One address of an <see cref="InvitationImport"/>, and the journal of what became of it.</summary>
public sealed class InvitationImportRow
{
    /// <summary>The import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The position in the import, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The line of the file.</summary>
    public required int Line { get; init; }

    /// <summary>The address, lower-cased.</summary>
    public required string Address { get; init; }

    /// <summary>The roles' ids, parted by blanks.</summary>
    public required string Roles { get; init; }

    /// <summary>How long the invitation lives; <see langword="null"/> for what is configured.</summary>
    public int? ExpiresInDays { get; init; }

    /// <summary>The language of the mail; <see langword="null"/> leaves it to the tenant.</summary>
    public string? Language { get; init; }

    /// <summary>What is written to the invited person.</summary>
    public string? Note { get; init; }

    /// <summary><c>invite</c>, <c>renew</c> or <c>resend</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The invitation that is sent again, or whose place the new one takes.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// <c>pending</c>; <c>sending</c> from before the first call to Logto until its outcome is known; then <c>sent</c>, <c>not_mailed</c>,
    /// <c>already_member</c>, <c>already_invited</c> or <c>failed</c>.
    /// </summary>
    public required string State { get; set; }

    /// <summary>Why not: a failure's code.</summary>
    public string? Reason { get; set; }

    /// <summary>The invitation.</summary>
    public string? InvitationId { get; set; }
}
