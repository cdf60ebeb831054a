namespace OrgPortal.Web.Store;

/// <summary>Somebody asks to join an organization that has verified the domain of their address.</summary>
public sealed class JoinRequest
{
    /// <summary>Made when it is asked.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>What it was called then, for the person's own list.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>Who asks.</summary>
    public required string UserId { get; init; }

    /// <summary>What that person was called then.</summary>
    public string? Name { get; init; }

    /// <summary>The account's primary address then, in lower case.</summary>
    public required string Address { get; init; }

    /// <summary>The verified domain that the address is of.</summary>
    public required string Domain { get; init; }

    /// <summary>What the person wrote.</summary>
    public string? Note { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it ends if nobody answers.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary><c>open</c>, <c>approving</c> while the steps of an approval are under way, <c>approved</c>, <c>declined</c>, <c>withdrawn</c>, <c>expired</c>, <c>gone</c>.</summary>
    public required string State { get; set; }

    /// <summary>When the state last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it ended; <see langword="null"/> while it waits. Of one person in one organization at most one waits.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredById { get; set; }

    /// <summary>What that person was called then.</summary>
    public string? AnsweredByName { get; set; }

    /// <summary>Why it was declined, for whoever asked.</summary>
    public string? Reason { get; set; }
}
