using OrgPortal.Web.App;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Overview;

/// <summary>Where the overview stands, and where its steps lead.</summary>
internal static class OverviewPaths
{
    /// <summary>An organization's overview.</summary>
    public static string Overview(OrganizationId organization) => ShellPaths.Organization(organization.Value);

    /// <summary>Where a step is done.</summary>
    public static string Of(SetupStepKind step, OrganizationId organization) => step switch
    {
        SetupStepKind.Invite => PeoplePaths.Invite(organization),
        SetupStepKind.Domain => DomainPaths.Domains(organization),
        SetupStepKind.SecondFactor => SecondFactorPaths.Settings(organization),
        _ => ShellPaths.Organization(organization.Value, "settings#branding"),
    };
}
