using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Audit;

/// <summary>The history on a member's page, which shows what whoever looks may see, whenever that becomes known.</summary>
public sealed class PersonHistoryTests : MudTestContext
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private readonly FakeAuditService _service = new();

    public PersonHistoryTests()
    {
        Services.AddSingleton<IOrganizationEvents>(new FakeOrganizationEvents());
        Services.AddAuditLog();
        Services.AddSingleton<IAuditService>(_service);
    }

    [Fact]
    public void It_is_read_when_the_shell_learns_what_one_may_see_after_the_page()
    {
        var page = Open(access: null);
        Assert.Contains("Reading the history", page.Markup, StringComparison.Ordinal);

        page.Render(host => host.Add(one => one.Access, May(OrganizationPermissions.ReadAudit)));

        page.WaitForAssertion(() => Assert.Contains("Nothing is on record.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void It_is_read_when_the_permission_comes_later_and_only_once_while_it_stays()
    {
        var page = Open(May());
        Assert.DoesNotContain("Nothing is on record.", page.Markup, StringComparison.Ordinal);

        page.Render(host => host.Add(one => one.Access, May(OrganizationPermissions.ReadAudit)));
        page.Render(host => host.Add(one => one.Access, May(OrganizationPermissions.ReadAudit, OrganizationPermissions.ReadMembers)));

        page.WaitForAssertion(() => Assert.Contains("Nothing is on record.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Equal(1, _service.AskedAbout);
    }

    private static OrganizationAccess May(params PermissionKey[] permissions) => new(Acme, "Acme", null, ["admin"], permissions);

    private IRenderedComponent<Shell> Open(OrganizationAccess? access) => Render<Shell>(host => host.Add(one => one.Access, access));

    /// <summary>As much of the shell as the history needs.</summary>
    private sealed class Shell : ComponentBase
    {
        [Parameter]
        public OrganizationAccess? Access { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<OrganizationAccess?>>(0);
            builder.AddComponentParameter(1, "Value", Access);
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(content =>
            {
                content.OpenComponent<PersonHistory>(0);
                content.AddComponentParameter(1, nameof(PersonHistory.Organization), Acme);
                content.AddComponentParameter(2, nameof(PersonHistory.Person), UserId.Parse("bob123456789"));
                content.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
