using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>What the page shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Which organization.</param>
/// <param name="State">How it stands.</param>
/// <param name="ReadAt">When the read began.</param>
public sealed record SecondFactorSnapshot(OrganizationId Organization, SecondFactorState State, DateTimeOffset ReadAt);
