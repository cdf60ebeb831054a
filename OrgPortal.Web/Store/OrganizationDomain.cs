namespace OrgPortal.Web.Store;

/// <summary>A domain that an organization says is its own, and how far the proof of it is.</summary>
public sealed class OrganizationDomain
{
    /// <summary>The organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The domain in the form of DNS. Several organizations may claim it; verified it is for one at most.</summary>
    public required string Name { get; init; }

    /// <summary>The value that the record is to have, given to this organization.</summary>
    public required string Challenge { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Since when it is verified; <see langword="null"/> while it is not. Of one domain at most one row has it.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>Since when the record of a verified domain was not found; <see langword="null"/> while it stands.</summary>
    public DateTimeOffset? MissingSince { get; set; }

    /// <summary>When the record was last found.</summary>
    public DateTimeOffset? FoundAt { get; set; }

    /// <summary>When somebody, or the portal by itself, last looked.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What that look found: <c>found</c>, <c>missing</c>, <c>different</c>, <c>no_answer</c>.</summary>
    public string? Found { get; set; }

    /// <summary>When the portal looks again by itself; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? NextCheckAt { get; set; }

    /// <summary>Who may join with an address of it: <c>nothing</c> (invited people only), <c>automatic</c>, <c>ask</c>.</summary>
    public required string Enrolment { get; set; }
}
