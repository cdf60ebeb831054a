namespace OrgPortal.Web.Features.Organizations;

/// <summary>What was typed into the profile and not saved, on top of what.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">As typed.</param>
/// <param name="SeenName">The name that was there.</param>
/// <param name="SeenDescription">The description that was there, if any.</param>
public sealed record ProfileDraft(string Name, string Description, string SeenName, string? SeenDescription);
