namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Whom it concerns when a connection is switched off or deleted.</summary>
/// <param name="Members">How many members have an address of its domains.</param>
/// <param name="Names">A few of them.</param>
public sealed record ConnectionImpact(int Members, IReadOnlyList<string> Names);
