using OrgPortal.Web;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Conventions;

/// <summary>Roles and memberships are taken away only where the rule about the last administrator stands beside it.</summary>
public sealed class LastAdministratorConventionTests
{
    [Fact]
    public void Only_the_members_feature_takes_roles_and_memberships_away()
    {
        string[] taking = [nameof(IOrganizationMembersClient.ReplaceRolesAsync), nameof(IOrganizationMembersClient.RemoveAsync)];
        var users = from type in typeof(PortalApplication).Assembly.GetTypes()
                    where type.Namespace?.StartsWith("OrgPortal.Web.Logto", StringComparison.Ordinal) is false
                    from member in TypeReferences.MembersUsedBy(type)
                    where member.DeclaringType == typeof(IOrganizationMembersClient) && taking.Contains(member.Name)
                    select Outermost(type).Name;

        // Joining by a link takes out again only whom it put in, and who has no role yet.
        // Whoever is reinstated is no administrator of anything before: what is taken back there is what was given a moment ago.
        // An approval that broke off takes back the membership that it gave a moment ago: nobody's who had it before.
        Assert.Equal(["HandOver", "JoinUpkeep", "JoiningByLink", "MemberService", "MembershipEnding", "Reinstatement", "Removal"], users.Distinct().Order(StringComparer.Ordinal));
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
