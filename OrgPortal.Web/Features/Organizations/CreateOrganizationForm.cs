namespace OrgPortal.Web.Features.Organizations;

/// <summary>A new organization.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="Description">At most 256 characters, may be left out.</param>
public sealed record CreateOrganizationForm(string Name, string? Description = null);
