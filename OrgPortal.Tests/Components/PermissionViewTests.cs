using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Components;

public sealed class PermissionViewTests : MudTestContext
{
    [Fact]
    public void Whoever_holds_the_permission_sees_the_content()
    {
        Assert.Equal("Invite", RenderView(OrganizationPermissions.InviteMembers).Markup);
    }

    [Fact]
    public void Everybody_else_sees_the_reason()
    {
        var view = RenderView(OrganizationPermissions.ReadMembers);

        Assert.StartsWith("No: This needs the permission \"Invite people\".", view.Markup.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void While_nothing_is_known_nothing_is_shown()
    {
        Assert.Empty(RenderView(null).Markup);
    }

    private IRenderedComponent<PermissionView> RenderView(PermissionKey? held) => Render<PermissionView>(parameters =>
    {
        parameters.Add(v => v.Permission, OrganizationPermissions.InviteMembers).AddChildContent("Invite").Add(v => v.Denied, reason => $"No: {reason}");
        if (held is { } permission)
        {
            parameters.AddCascadingValue(new OrganizationAccess(OrganizationId.Parse("acme"), "Acme", null, [], new HashSet<PermissionKey> { permission }));
        }
    });
}
