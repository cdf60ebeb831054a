namespace OrgPortal.Web.Store;

/// <summary>A count of an organization's members with and without a second factor: under way, or the last one. One for an organization.</summary>
public sealed class SecondFactorCount
{
    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Which count: another one has another name.</summary>
    public required string Run { get; set; }

    /// <summary>Running, done, cancelled or stopped.</summary>
    public required string State { get; set; }

    /// <summary>Why it stopped; <see langword="null"/> otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>Who asked for it. It goes on only as long as that person may see it.</summary>
    public required string StartedById { get; set; }

    /// <summary>What that person was called.</summary>
    public required string StartedByName { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it last went on.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Not before then, because Logto asked to be left alone.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>The page of members it goes on with, from 1.</summary>
    public required int NextPage { get; set; }

    /// <summary>How many members there are.</summary>
    public required int Total { get; set; }

    /// <summary>How many of them were looked at.</summary>
    public required int Seen { get; set; }

    /// <summary>How many of those have none.</summary>
    public required int Without { get; set; }

    /// <summary>How many have a passkey.</summary>
    public required int Passkeys { get; set; }
}
