namespace OrgPortal.LogtoEmulator.Control;

/// <summary>Something that goes wrong with the next calls to a route.</summary>
public sealed record Fault
{
    /// <summary>The HTTP method, or <c>*</c> for every one.</summary>
    public string Method { get; init; } = "*";

    /// <summary>
    /// The path. A segment in braces stands for any one segment, <c>**</c> at the end for any number of them:
    /// <c>/api/organizations/{id}/users</c>, <c>/api/**</c>.
    /// </summary>
    public required string Route { get; init; }

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>The status of the answer, for <see cref="FaultKind.Status"/> and <see cref="FaultKind.Text"/>.</summary>
    public int? Status { get; init; }

    /// <summary>How long the answer is held back; may be combined with every kind.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The header <c>Retry-After</c> in whole seconds; null leaves it out.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For how many calls.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether the call takes effect although its answer is spoilt.</summary>
    public bool AfterActing { get; init; }
}
