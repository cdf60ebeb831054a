using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What the page of one connection shows, as it was read.</summary>
public sealed record ConnectionSnapshot(OrganizationId Organization, Guid Id, ConnectionDetails Details, DateTimeOffset ReadAt);
