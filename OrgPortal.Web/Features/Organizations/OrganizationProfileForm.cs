namespace OrgPortal.Web.Features.Organizations;

/// <summary>The profile as it is to be.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="Description">At most 256 characters; empty for none.</param>
public sealed record OrganizationProfileForm(string Name, string? Description = null);
