namespace OrgPortal.Web.Store;

/// <summary>
/// A membership that ended, with what it takes to give it back. One for a person in an organization: the newest. Kept for
/// <c>FormerMembers.KeptFor</c>; Logto keeps nothing of it.
/// </summary>
public sealed class FormerMembership
{
    /// <summary>Where.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>What the person was called then: name, else address, else user name.</summary>
    public string? Name { get; init; }

    /// <summary>The primary address then.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>The roles then: a JSON array of <c>{id, name}</c>.</summary>
    public required string Roles { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How, from <c>FormerMembers</c>: <c>removed</c>, <c>left</c>, <c>expired</c>, <c>in_logto</c>.</summary>
    public required string How { get; init; }

    /// <summary>Who ended it; for a membership with a date, who set the date; <see langword="null"/> for one that ended in Logto itself.</summary>
    public string? EndedById { get; init; }

    /// <summary>What that person was called then.</summary>
    public string? EndedByName { get; init; }

    /// <summary>Until when it was to last, if it had a date.</summary>
    public DateTimeOffset? TermEndsAt { get; init; }

    /// <summary>Who had set the date.</summary>
    public string? TermSetById { get; init; }

    /// <summary>What that person was called then.</summary>
    public string? TermSetByName { get; init; }
}
