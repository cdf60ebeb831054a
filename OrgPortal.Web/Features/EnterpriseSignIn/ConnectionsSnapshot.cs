using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What the page of all connections shows, as it was read.</summary>
public sealed record ConnectionsSnapshot(OrganizationId Organization, ConnectionList List, DateTimeOffset ReadAt);
