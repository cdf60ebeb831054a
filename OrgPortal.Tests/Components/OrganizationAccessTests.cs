using System.Text.Json;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Components;

public sealed class OrganizationAccessTests
{
    [Fact]
    public void It_survives_the_way_from_the_prerendered_page_to_the_circuit()
    {
        var access = new OrganizationAccess(OrganizationId.Parse("acme"), "Acme", null, ["Administrator"], [OrganizationPermissions.ReadMembers, OrganizationPermissions.InviteMembers]);

        var arrived = JsonSerializer.Deserialize<OrganizationAccess>(JsonSerializer.Serialize(access))!;

        Assert.Equal(access.Id, arrived.Id);
        Assert.True(arrived.Allows(OrganizationPermissions.InviteMembers));
        Assert.False(arrived.Allows(OrganizationPermissions.DeleteMembers));
    }
}
