using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What the list of invitations shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose invitations.</param>
/// <param name="Query">What was asked.</param>
/// <param name="List">The rows and the counts.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record InvitationsSnapshot(OrganizationId Organization, InvitationQuery Query, InvitationList List, DateTimeOffset ReadAt);
