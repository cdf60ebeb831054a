using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What the bearer of a link gets to see.</summary>
/// <param name="State">Which page.</param>
/// <param name="Offer">What is offered; <see langword="null"/> when nothing may be told.</param>
/// <param name="SignedInAs">The address of the signed-in person, else the name, read from Logto; <see langword="null"/> when nobody is signed in.</param>
/// <param name="HasAddress">Whether the account has an address at all.</param>
/// <param name="Organization">Where a member goes.</param>
public sealed record JoinLanding(JoinLandingState State, JoinOffer? Offer = null, string? SignedInAs = null, bool HasAddress = false, OrganizationId? Organization = null);
