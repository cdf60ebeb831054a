namespace OrgPortal.Web.Store;

/// <summary>That nobody creates organizations for now: at most one row, which is there as long as it holds.</summary>
public sealed class CreationSuspension
{
    /// <summary>The key of the only row.</summary>
    public const int Only = 1;

    /// <summary>The most characters of <see cref="Sentence"/>.</summary>
    public const int LongestSentence = 280;

    /// <summary><see cref="Only"/>.</summary>
    public int Id { get; init; } = Only;

    /// <summary>What people are told; <see langword="null"/> for the portal's own words.</summary>
    public string? Sentence { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset SuspendedAt { get; set; }

    /// <summary>Who suspended it.</summary>
    public required string SuspendedById { get; set; }

    /// <summary>What that person was called.</summary>
    public required string SuspendedByName { get; set; }
}
