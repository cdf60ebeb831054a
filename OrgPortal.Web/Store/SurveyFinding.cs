namespace OrgPortal.Web.Store;

/// <summary>Something about an organization that an operator should see to, as it was when the organization was last looked at. Gone once it is not so any more.</summary>
public sealed class SurveyFinding
{
    /// <summary>The most characters of <see cref="Others"/>.</summary>
    public const int LongestOthers = 700;

    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary><c>no_administrator</c>, <c>without_role</c>, <c>shared_domain</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The domain; empty for what is about the organization as a whole.</summary>
    public required string Subject { get; init; }

    /// <summary>What the organization was called.</summary>
    public required string OrganizationName { get; set; }

    /// <summary>How many people it is about.</summary>
    public required int Number { get; set; }

    /// <summary>The ids of the other organizations it is about, with spaces between them.</summary>
    public string Others { get; set; } = string.Empty;

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When it was last looked at.</summary>
    public required DateTimeOffset CheckedAt { get; set; }
}
