namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>A domain of the organization's.</summary>
/// <param name="Name">In its ASCII form.</param>
/// <param name="Readable">As people read it.</param>
/// <param name="IsVerified">Whether it counts as the organization's.</param>
public sealed record ConnectionDomain(string Name, string Readable, bool IsVerified);
