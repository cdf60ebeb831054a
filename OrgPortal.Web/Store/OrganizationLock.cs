namespace OrgPortal.Web.Store;

/// <summary>A lease on an organization's changes, held by one node at a time.</summary>
public sealed class OrganizationLock
{
    /// <summary>The organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Random value of the holder.</summary>
    public required Guid Holder { get; init; }

    /// <summary>When the lease ends by itself, should the holder die. Unix milliseconds, so that every database compares it alike.</summary>
    public required long ExpiresAtMilliseconds { get; init; }
}
