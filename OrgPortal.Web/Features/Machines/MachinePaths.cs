using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>The URLs of machines.</summary>
public static class MachinePaths
{
    /// <summary>An organization's machines.</summary>
    public static string All(OrganizationId organization) => $"/organizations/{organization}/settings/machines";

    /// <summary>The same, with the dialog for a new one.</summary>
    public static string New(OrganizationId organization) => All(organization) + "?new=1";

    /// <summary>One of them.</summary>
    public static string One(OrganizationId organization, Guid machine) => $"{All(organization)}/{machine}";

    /// <summary>The same, with the dialog for a new secret.</summary>
    public static string NewSecret(OrganizationId organization, Guid machine) => One(organization, machine) + "?new=1";
}
