namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Where a test sign-in begins, in a browser.</summary>
/// <param name="Path">An address of the portal, good once and for ten minutes.</param>
/// <param name="EndsAt">Until when.</param>
public sealed record TrialLink(string Path, DateTimeOffset EndsAt);
