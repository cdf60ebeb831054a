namespace OrgPortal.Web.Store;

/// <summary>Many invitations that somebody asked for at once, sent one after another by the portal. What became of each is an <see cref="InvitationImportRow"/>.</summary>
public sealed class InvitationImport
{
    /// <summary>The import.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where people are invited to.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The file it came from, as the person's machine called it; <see langword="null"/> when it came from none.</summary>
    public string? FileName { get; init; }

    /// <summary>Who asked for it, and in whose name it is done as long as that person may.</summary>
    public required string StartedById { get; init; }

    /// <summary>What that person was called then.</summary>
    public required string StartedByName { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Total { get; init; }

    /// <summary><c>running</c>, <c>paused</c>, <c>done</c>, <c>cancelled</c> or <c>stopped</c>.</summary>
    public required string State { get; set; }

    /// <summary>Why it stopped, or what it waits for: a failure's code.</summary>
    public string? Reason { get; set; }

    /// <summary>A name that belongs to the reason, such as a role's.</summary>
    public string? Subject { get; set; }

    /// <summary>While it waits: until when.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>When something was done last.</summary>
    public required DateTimeOffset TouchedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Counts the turns in which it is done: whoever has an older number has lost it.</summary>
    public int Turn { get; set; }
}
