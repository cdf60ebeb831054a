namespace OrgPortal.Web.Store;

/// <summary>The walk through all organizations of the tenant: under way, or the last one. At most one row.</summary>
public sealed class TenantSurvey
{
    /// <summary>The key of the only row.</summary>
    public const int Only = 1;

    /// <summary><see cref="Only"/>.</summary>
    public int Id { get; init; } = Only;

    /// <summary>Which walk: another one has another name.</summary>
    public required string Run { get; set; }

    /// <summary><c>running</c>, <c>paused</c>, <c>done</c>, <c>cancelled</c>, <c>stopped</c>.</summary>
    public required string State { get; set; }

    /// <summary>Why it stopped or waits; <see langword="null"/> otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>Who asked for it, and goes on only as long as that person is an operator; <see langword="null"/> for the portal by itself.</summary>
    public string? StartedById { get; set; }

    /// <summary>What that person was called.</summary>
    public string? StartedByName { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it last went on.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Not before then, because Logto asked to be left alone.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>The page of organizations it goes on with, from 1.</summary>
    public required int NextPage { get; set; }

    /// <summary>How many organizations there are, as Logto last said.</summary>
    public required int Total { get; set; }

    /// <summary>How many of them were looked at.</summary>
    public required int Seen { get; set; }

    /// <summary>When the last walk ended that came to the end of the tenant.</summary>
    public DateTimeOffset? WholeAt { get; set; }
}
