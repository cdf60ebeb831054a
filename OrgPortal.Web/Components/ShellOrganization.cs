using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Components;

/// <summary>An organization to switch to.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">Its name.</param>
/// <param name="LogoUrl">Its logo, if it has one.</param>
/// <param name="Note">A word beside it: the person's roles there.</param>
public sealed record ShellOrganization(OrganizationId Id, string Name, string? LogoUrl = null, string? Note = null);
