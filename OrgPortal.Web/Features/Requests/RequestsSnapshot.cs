using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>What the page shows, as it was read.</summary>
public sealed record RequestsSnapshot(OrganizationId Organization, RequestQuery Query, RequestList List, DateTimeOffset ReadAt);
