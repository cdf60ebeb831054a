using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Somebody who did something lately.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What the person was called last.</param>
public sealed record AuditActor(UserId Id, string? Name);
