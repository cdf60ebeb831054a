namespace OrgPortal.Web.Features.Organizations;

/// <summary>What was typed into the profile and not saved, on top of what.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">As typed.</param>
/// <param name="SeenName">The name that was there.</param>
/// <param name="SeenDescription">The description that was there, if any.</param>
/// <param name="Fields">The deployer's custom fields as typed, by key.</param>
/// <param name="SeenFields">The values that were there.</param>
public sealed record ProfileDraft(string Name, string Description, string SeenName, string? SeenDescription,
    IReadOnlyDictionary<string, string?>? Fields = null, IReadOnlyDictionary<string, string?>? SeenFields = null);
