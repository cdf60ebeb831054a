using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authorization;

/// <summary>An organization that was deleted and can be restored for a while: nothing of it is open to anybody, but restoring it.</summary>
/// <param name="Organization">Which.</param>
/// <param name="Members">How many people belonged to it when it was deleted.</param>
/// <param name="RestorableUntil">From then on it is removed for good.</param>
public sealed record OrganizationHold(OrganizationId Organization, int Members, DateTimeOffset RestorableUntil);
