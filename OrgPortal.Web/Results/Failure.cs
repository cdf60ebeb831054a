namespace OrgPortal.Web.Results;

/// <summary>
/// Why an operation was not done: an expected outcome, as a value. Faults of ours are exceptions instead.
/// The words for a person are found by <see cref="Code"/> in the resources.
/// </summary>
public abstract record Failure
{
    /// <summary>A stable, machine-readable reason in snake_case; the same in pages, API answers and the audit trail.</summary>
    public abstract string Code { get; }
}
