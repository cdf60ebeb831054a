namespace OrgPortal.Web.Features.Audit;

/// <summary>An act as the page and exports show it: its outcome, or its intent where no outcome is on record.</summary>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="At">When.</param>
/// <param name="Action">What, from <c>AuditActions</c>.</param>
/// <param name="ActorId">Who; <see langword="null"/> for nobody who was signed in, and for the portal itself.</param>
/// <param name="ActorName">What the person was called then.</param>
/// <param name="TargetKind">Kind of target.</param>
/// <param name="TargetId">Id of the target.</param>
/// <param name="TargetName">What it was called then.</param>
/// <param name="Before">JSON object.</param>
/// <param name="After">JSON object.</param>
/// <param name="Outcome">From <c>AuditOutcomes</c>.</param>
/// <param name="Reason">The failure's code.</param>
/// <param name="IpAddress">Where from.</param>
/// <param name="CorrelationId">The trace id.</param>
/// <param name="Hash">The record's hash in the chain.</param>
/// <param name="VisitId">For what an operator did who was no member: the visit.</param>
public sealed record AuditRow(
    long Sequence, DateTimeOffset At, string Action, string? ActorId, string? ActorName, string TargetKind, string? TargetId, string? TargetName,
    string? Before, string? After, string Outcome, string? Reason, string? IpAddress, string? CorrelationId, string Hash, Guid? VisitId = null);
