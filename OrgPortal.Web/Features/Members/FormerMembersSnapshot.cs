using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What the page of former members shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose.</param>
/// <param name="Url">The page's URL: which of them.</param>
/// <param name="Page">The rows.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record FormerMembersSnapshot(OrganizationId Organization, string Url, Page<FormerMember> Page, DateTimeOffset ReadAt);
