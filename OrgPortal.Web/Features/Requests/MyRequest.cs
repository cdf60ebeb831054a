using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>A request of the signed-in person.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Organization">Which organization was asked.</param>
/// <param name="OrganizationName">What the organization was called when it was asked.</param>
/// <param name="State">What has become of it.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="ExpiresAt">When it ends if nobody answers.</param>
/// <param name="Reason">Why it was declined, if the administrator said so.</param>
public sealed record MyRequest(Guid Id, OrganizationId Organization, string OrganizationName, RequestState State, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, string? Reason);
