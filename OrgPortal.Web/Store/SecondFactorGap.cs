namespace OrgPortal.Web.Store;

/// <summary>A member without a second factor, as the last count found. Only ids are kept, and only so many.</summary>
public sealed class SecondFactorGap
{
    /// <summary>In which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>Which count found it.</summary>
    public required string Run { get; set; }

    /// <summary>The order in which they are shown, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>When the person was last reminded.</summary>
    public DateTimeOffset? RemindedAt { get; set; }
}
