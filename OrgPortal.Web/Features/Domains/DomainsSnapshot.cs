using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Domains;

/// <summary>What the page shows, as it was read.</summary>
public sealed record DomainsSnapshot(OrganizationId Organization, DomainList List, DateTimeOffset ReadAt);
