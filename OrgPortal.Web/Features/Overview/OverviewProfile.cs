namespace OrgPortal.Web.Features.Overview;

/// <summary>What every member may know of the organization and the first steps ask about.</summary>
/// <param name="CreatedAt">Since when it exists.</param>
/// <param name="HasLogo">Whether it has a logo.</param>
public sealed record OverviewProfile(DateTimeOffset CreatedAt, bool HasLogo);
