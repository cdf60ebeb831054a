using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What a member's page shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Member">Who.</param>
/// <param name="Profile">What is known.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record MemberSnapshot(OrganizationId Organization, UserId Member, MemberProfile Profile, DateTimeOffset ReadAt);
