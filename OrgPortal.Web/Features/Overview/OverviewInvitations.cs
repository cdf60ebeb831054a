namespace OrgPortal.Web.Features.Overview;

/// <summary>Invitations that wait for an answer.</summary>
/// <param name="Open">How many; <see langword="null"/> where there are so many that nobody reads all of them for a number alone.</param>
public sealed record OverviewInvitations(int? Open);
