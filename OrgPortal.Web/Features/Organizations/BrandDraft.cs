namespace OrgPortal.Web.Features.Organizations;

/// <summary>What was typed into the branding and not saved, on top of what.</summary>
/// <param name="Logo">As typed.</param>
/// <param name="DarkLogo">As typed.</param>
/// <param name="Favicon">As typed.</param>
/// <param name="Color">As typed.</param>
/// <param name="DarkColor">As typed.</param>
/// <param name="Seen">What was there.</param>
public sealed record BrandDraft(string Logo, string DarkLogo, string Favicon, string Color, string DarkColor, OrganizationBrand Seen);
