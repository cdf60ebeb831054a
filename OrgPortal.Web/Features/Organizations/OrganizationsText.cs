namespace OrgPortal.Web.Features.Organizations;

/// <summary>The words of Home, the wizard and the settings, in <c>OrganizationsText.resx</c> and its translations.</summary>
public sealed class OrganizationsText;
