namespace OrgPortal.Web.Store;

/// <summary>An operator inside an organization that is not theirs. Stays after its end: who was there, when and why, as long as the organization is known.</summary>
public sealed class OperatorVisit
{
    /// <summary>Its id, which the records of the audit trail carry that were made within it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Who.</summary>
    public required string OperatorId { get; init; }

    /// <summary>What the person was called then.</summary>
    public required string OperatorName { get; init; }

    /// <summary>Why, in the operator's words: the organization's administrators read it.</summary>
    public required string Reason { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>From then on it is over, whoever does what.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was over, once that is on record: left before its time, or at its end.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
