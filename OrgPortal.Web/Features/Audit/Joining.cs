namespace OrgPortal.Web.Features.Audit;

/// <summary>How a membership began.</summary>
/// <param name="At">When.</param>
/// <param name="HasCreated">Whether the person created the organization; else an invitation was accepted, a join link used or a request approved.</param>
/// <param name="IsInLogto">Whether it began in Logto itself, which told of it: the time is when it did.</param>
public sealed record Joining(DateTimeOffset At, bool HasCreated, bool IsInLogto = false);
