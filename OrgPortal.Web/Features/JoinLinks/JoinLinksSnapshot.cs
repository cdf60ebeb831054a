using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What the list of links shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose links.</param>
/// <param name="Links">The rows.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record JoinLinksSnapshot(OrganizationId Organization, IReadOnlyList<JoinLinkRow> Links, DateTimeOffset ReadAt);
