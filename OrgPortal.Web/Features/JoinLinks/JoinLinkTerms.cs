using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a new link can be like.</summary>
/// <param name="Roles">The roles, and which of them the person may give away.</param>
/// <param name="CanLimitDomains">Whether a link can be limited to domains: only where sign-up verifies addresses.</param>
/// <param name="OwnDomain">The domain of the person's own address, to propose; <see langword="null"/> when there is none.</param>
public sealed record JoinLinkTerms(IReadOnlyList<GrantableRole> Roles, bool CanLimitDomains, string? OwnDomain);
