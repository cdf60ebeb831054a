using OrgPortal.Web.App;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Visits;

/// <summary>The URLs of visits.</summary>
public static class VisitPaths
{
    /// <summary>Where an operator says why, and goes in.</summary>
    /// <param name="organization">Which organization.</param>
    /// <param name="to">Where it leads: <c>members</c>, <c>invitations</c>, <c>domains</c> or <c>security</c>; else to the overview.</param>
    public static string Enter(OrganizationId organization, string? to = null) => $"{ShellPaths.Operators}/{organization}/enter" + (to is null ? string.Empty : $"?to={to}");

    /// <summary>Where operators look at the organization from outside.</summary>
    internal static string Outside(OrganizationId organization) => $"{ShellPaths.Operators}/{organization}";

    /// <summary>Where it leads: one of the pages that can be asked for, else the overview.</summary>
    internal static string Inside(OrganizationId organization, string? to) => to switch
    {
        "members" => ShellPaths.Organization(organization.Value, "people/members"),
        "invitations" => ShellPaths.Organization(organization.Value, "people/invitations"),
        "domains" => ShellPaths.Organization(organization.Value, "settings/domains"),
        "security" => ShellPaths.Organization(organization.Value, "settings/security"),
        _ => ShellPaths.Organization(organization.Value),
    };
}
