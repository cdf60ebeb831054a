namespace OrgPortal.Web.Store;

/// <summary>An organization that was deleted in the portal and is still in Logto, until its time has come. Gone once it is restored, or removed for good.</summary>
public sealed class HeldOrganization
{
    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>What it was called.</summary>
    public required string Name { get; init; }

    /// <summary>How many people belonged to it.</summary>
    public required int Members { get; init; }

    /// <summary>When it was deleted.</summary>
    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>Who deleted it. What the portal does in the end is done for that person, who had decided about it.</summary>
    public required string DeletedById { get; init; }

    /// <summary>What that person was called.</summary>
    public required string DeletedByName { get; init; }

    /// <summary>From then on it is removed for good.</summary>
    public required DateTimeOffset RestorableUntil { get; init; }

    /// <summary>When the portal looks at it next.</summary>
    public required DateTimeOffset DueAt { get; set; }
}
