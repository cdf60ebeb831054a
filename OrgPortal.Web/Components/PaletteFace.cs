namespace OrgPortal.Web.Components;

/// <summary>A person or an organization, drawn in place of an icon.</summary>
/// <param name="Id">The id: the colour.</param>
/// <param name="Name">The name: the letters.</param>
/// <param name="ImageUrl">A picture or logo, if there is one.</param>
/// <param name="IsOrganization">Whether it is an organization's.</param>
public sealed record PaletteFace(string Id, string Name, string? ImageUrl, bool IsOrganization = false);
