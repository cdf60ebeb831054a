using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Domains;

/// <summary>The URLs of domains.</summary>
public static class DomainPaths
{
    /// <summary>An organization's domains.</summary>
    public static string Domains(OrganizationId organization) => $"/organizations/{organization}/settings/domains";
}
