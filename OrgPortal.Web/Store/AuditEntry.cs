namespace OrgPortal.Web.Store;

/// <summary>A row of the audit trail. Written once with outcome <c>begun</c>, then completed.</summary>
public sealed class AuditEntry
{
    /// <summary>Order of writing.</summary>
    public long Id { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the outcome was recorded, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>What, from <c>AuditActions</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>Who: the signed-in person's id; <see langword="null"/> for nobody.</summary>
    public string? ActorId { get; init; }

    /// <summary>What the person was called then.</summary>
    public string? ActorName { get; init; }

    /// <summary>Kind of target.</summary>
    public required string TargetKind { get; init; }

    /// <summary>Id of the target.</summary>
    public string? TargetId { get; set; }

    /// <summary>What the target was called then.</summary>
    public string? TargetName { get; init; }

    /// <summary>JSON object.</summary>
    public string? Before { get; init; }

    /// <summary>JSON object.</summary>
    public string? After { get; init; }

    /// <summary><c>begun</c>, <c>done</c>, <c>failed</c>, <c>denied</c>.</summary>
    public required string Outcome { get; set; }

    /// <summary>The failure's code.</summary>
    public string? Reason { get; set; }

    /// <summary>Where the person's connection came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The trace id, which logs and answers carry too.</summary>
    public string? CorrelationId { get; init; }
}
