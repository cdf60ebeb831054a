using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Somebody who joined by a link.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What the person was called then.</param>
/// <param name="At">When.</param>
public sealed record JoinedPerson(UserId Id, string? Name, DateTimeOffset At);
