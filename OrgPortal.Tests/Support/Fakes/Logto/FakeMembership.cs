using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>One person in one organization.</summary>
public sealed class FakeMembership(OrganizationId organization, UserId user)
{
    public OrganizationId Organization { get; } = organization;

    public UserId User { get; } = user;

    public List<OrganizationRoleId> Roles { get; } = [];
}
