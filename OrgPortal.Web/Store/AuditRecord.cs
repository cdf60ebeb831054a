namespace OrgPortal.Web.Store;

/// <summary>
/// A record of the audit trail. Written once and never changed. An act makes two: its intent with the outcome <c>begun</c>, and its
/// outcome, which refers to the intent and repeats it with what became known on the way, so that each can be read alone.
/// </summary>
public sealed class AuditRecord
{
    /// <summary>Its place in the chain: from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>For an outcome: the place of the intent.</summary>
    public long? IntentSequence { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What, from <c>AuditActions</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where; <see langword="null"/> while an organization is being created, and for what concerns the trail itself.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Who: the signed-in person's id; <see langword="null"/> for nobody.</summary>
    public string? ActorId { get; init; }

    /// <summary>What the person was called then.</summary>
    public string? ActorName { get; init; }

    /// <summary>Kind of target.</summary>
    public required string TargetKind { get; init; }

    /// <summary>Id of the target.</summary>
    public string? TargetId { get; init; }

    /// <summary>What the target was called then.</summary>
    public string? TargetName { get; init; }

    /// <summary>JSON object.</summary>
    public string? Before { get; init; }

    /// <summary>JSON object.</summary>
    public string? After { get; init; }

    /// <summary><c>begun</c>, <c>done</c>, <c>failed</c>, <c>denied</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The failure's code.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the person's connection came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The trace id, which logs and answers carry too.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>For what an operator did inside an organization that is not theirs: the visit, which says why. <see langword="null"/> for everything else.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The key its hash is made with, by the key's public name; <see langword="null"/> for a hash without a key.</summary>
    public string? KeyId { get; init; }

    /// <summary>The hash of the record before it, hexadecimal.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The hash over everything above, hexadecimal.</summary>
    public required string Hash { get; init; }
}
