namespace OrgPortal.Web.Store;

/// <summary>Until when somebody is a member. One for a person in an organization; none for a membership without an end.</summary>
public sealed class MembershipTerm
{
    /// <summary>Where.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>When the membership ends.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>Who set the date.</summary>
    public required string SetById { get; set; }

    /// <summary>What that person was called then.</summary>
    public required string SetByName { get; set; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset SetAt { get; set; }

    /// <summary>When the portal looks at it next: to remind, to end, or to try again.</summary>
    public required DateTimeOffset DueAt { get; set; }
}
