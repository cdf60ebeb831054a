using System.Globalization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>The URLs of second factors.</summary>
public static class SecondFactorPaths
{
    /// <summary>Whether an organization requires one, and who has none.</summary>
    public static string Settings(OrganizationId organization) => $"/organizations/{organization}/settings/second-factor";

    /// <summary>The same with a page of those who have none.</summary>
    public static string Settings(OrganizationId organization, int page) => page <= 1 ? Settings(organization) : string.Create(CultureInfo.InvariantCulture, $"{Settings(organization)}?page={page}");

    /// <summary>Every member's own: whether they have one, and where to set one up.</summary>
    public static string Own(OrganizationId organization) => $"/organizations/{organization}/second-factor";
}
