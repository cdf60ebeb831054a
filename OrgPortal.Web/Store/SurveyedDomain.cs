namespace OrgPortal.Web.Store;

/// <summary>A domain that people join an organization by, or that it has verified, as it was when the organization was last looked at: so that the same domain elsewhere is noticed.</summary>
public sealed class SurveyedDomain
{
    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The domain, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What the organization was called.</summary>
    public required string OrganizationName { get; set; }

    /// <summary>When it was last looked at.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}
