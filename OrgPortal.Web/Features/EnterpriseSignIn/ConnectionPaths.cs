using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>The URLs of enterprise sign-in.</summary>
public static class ConnectionPaths
{
    /// <summary>An organization's connections.</summary>
    public static string All(OrganizationId organization) => $"/organizations/{organization}/settings/sso";

    /// <summary>The same, with the dialog for a new one.</summary>
    public static string New(OrganizationId organization) => All(organization) + "?new=1";

    /// <summary>One of them.</summary>
    public static string One(OrganizationId organization, Guid connection) => $"{All(organization)}/{connection}";

    /// <summary>A step of its set-up; the first is 1.</summary>
    public static string Step(OrganizationId organization, Guid connection, int step) => $"{One(organization, connection)}?step={step}";
}
