using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>One machine in one organization.</summary>
public sealed class FakeMachineMembership(OrganizationId organization, string application)
{
    public OrganizationId Organization { get; } = organization;

    public string Application { get; } = application;

    public List<OrganizationRoleId> Roles { get; init; } = [];
}
