using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.App.Layout;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.App;

public sealed class LayoutTests : MudTestContext
{
    private readonly FakeShellSource _shell = new();

    public LayoutTests()
    {
        Services.AddSingleton<IShellSource>(_shell);
        Services.AddSingleton<ISwitcherPart, Part>();
        Services.AddScoped<INavigationSource, AuditEntry>();
    }

    [Theory]
    [InlineData("organizations/acme/people/members", "acme")]
    [InlineData("organizations/acme?x=1", "acme")]
    [InlineData("organizations/new", null)]
    [InlineData("organizations/..%2fusers/people", null)]
    [InlineData("invitations/abc", null)]
    [InlineData("", null)]
    public void The_organization_is_the_one_in_the_path(string path, string? expected)
    {
        Assert.Equal(expected, OrganizationPath.Find(path)?.Value);
    }

    [Fact]
    public void The_shell_shows_the_organization_and_hands_it_to_the_page()
    {
        _shell.Add("acme", "Acme", OrganizationPermissions.ReadMembers);

        var layout = RenderAt("organizations/acme/people/members");

        Assert.Equal("Acme", layout.Find(".switcher b").Words());
        Assert.Equal("People", layout.Find(".nav-item[aria-current]").Words());
        Assert.Equal("The page of Acme", layout.Find("main").Words());
    }

    [Fact]
    public void An_organization_one_does_not_belong_to_is_a_page_that_cannot_be_found()
    {
        var layout = RenderAt("organizations/other/people/members");

        Assert.Equal("We cannot find this page", layout.Find("main h1").Words());
        Assert.DoesNotContain("The page", layout.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_answers_trying_again_helps()
    {
        _shell.Failure = new Unavailable();
        var layout = RenderAt("organizations/acme/people/members");
        Assert.Contains("does not answer", layout.Find("main").TextContent, StringComparison.Ordinal);

        _shell.Failure = null;
        _shell.Add("acme", "Acme");
        layout.Button("Try again").Click();

        Assert.Equal("The page of Acme", layout.Find("main").Words());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whoever_loses_the_organization_is_told_so_and_keeps_nothing_of_the_page(int changes)
    {
        _shell.Add("acme", "Acme", OrganizationPermissions.ReadMembers);
        var layout = RenderAt("organizations/acme/people/members");

        _shell.Remove("acme");
        _shell.Tell("acme", changes);

        layout.WaitForAssertion(() => Assert.Equal("You no longer have access to Acme", layout.Find("main h1").Words()));
        Assert.DoesNotContain("The page", layout.Markup, StringComparison.Ordinal);
        Assert.Empty(layout.FindAll(".nav-item, .crumbs a, .switcher .bar-skeleton"));
        Assert.Equal("/", layout.Find("main a").GetAttribute("href"));
        Assert.Empty(_shell.Watched);
    }

    [Fact]
    public void While_nobody_can_say_what_the_person_may_do_the_page_stays_and_nothing_can_be_done()
    {
        _shell.Add("acme", "Acme", OrganizationPermissions.ReadMembers);
        var layout = RenderAt("organizations/acme/people/members");
        Assert.False(layout.Find("main fieldset").HasAttribute("disabled"));

        _shell.Failure = new Unavailable();
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.True(layout.Find("main fieldset").HasAttribute("disabled")));
        Assert.Equal("The page of Acme", layout.Find("main fieldset").Words());
        Assert.Contains("Nothing can be changed at the moment", layout.Find("main [role=alert]").TextContent, StringComparison.Ordinal);

        _shell.Failure = null;
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.False(layout.Find("main fieldset").HasAttribute("disabled")));
        Assert.Empty(layout.FindAll("main [role=alert]"));
    }

    [Fact]
    public void Whatever_goes_wrong_while_it_is_read_again_the_page_says_that_nothing_is_certain()
    {
        _shell.Add("acme", "Acme", OrganizationPermissions.ReadMembers);
        var layout = RenderAt("organizations/acme/people/members");

        _shell.Exception = new InvalidOperationException("The store is down.");
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.True(layout.Find("main fieldset").HasAttribute("disabled")));
        Assert.False(_shell.IsShown("acme", OrganizationPermissions.ReadMembers));

        _shell.Exception = null;
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.False(layout.Find("main fieldset").HasAttribute("disabled")));
        Assert.True(_shell.IsShown("acme", OrganizationPermissions.ReadMembers));
        Assert.False(_shell.IsShown("acme"));
    }

    [Fact]
    public void Among_many_organizations_one_is_found_by_its_name()
    {
        foreach (var number in Enumerable.Range(1, 8))
        {
            _shell.Add($"org{number}", $"Globex {number}");
        }

        _shell.Add("acme", "Acme");
        var layout = RenderAt("organizations/acme/people/members");

        layout.Find(".switcher").Click();
        layout.WaitForAssertion(() => Assert.Equal(9, layout.FindAll(".menu-switcher .menu-scroll a").Count));
        layout.Find(".menu-switcher input[type=search]").Input("BEX 7");
        layout.Find(".menu-switcher input[type=search]").KeyDown("Enter");
        layout.WaitForAssertion(() => Assert.Equal("Globex 7", layout.Find(".menu-switcher .menu-scroll a bdi").Words()));
        layout.Find(".menu-switcher input[type=search]").Input("umbrella");
        layout.Find(".menu-switcher input[type=search]").KeyDown("Enter");

        layout.WaitForAssertion(() => Assert.Equal("No organization matches \"umbrella\"", layout.Find(".menu-switcher [role=status]").Words()));
    }

    [Fact]
    public void A_few_organizations_need_no_search_and_what_features_add_is_drawn_when_the_switcher_opens()
    {
        _shell.Add("acme", "Acme");
        var layout = RenderAt("organizations/acme/people/members");
        Assert.Empty(layout.FindAll(".menu-switcher input, .a-part"));

        layout.Find(".switcher").Click();

        layout.WaitForAssertion(() => Assert.Single(layout.FindAll(".menu-switcher .a-part")));
        Assert.Empty(layout.FindAll(".menu-switcher input"));
    }

    [Fact]
    public void A_role_that_was_taken_away_takes_its_entry_along()
    {
        _shell.Add("acme", "Acme", OrganizationPermissions.ReadAudit);
        var layout = RenderAt("organizations/acme/people/members");
        Assert.Empty(layout.FindAll(".nav-item.is-locked"));

        _shell.Add("acme", "Acme");
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.Equal("Audit log", layout.Find(".nav-item.is-locked").Words()));
    }

    [Fact]
    public void A_change_of_name_reaches_an_open_page()
    {
        _shell.Add("acme", "Acme");
        var layout = RenderAt("organizations/acme/people/members");

        _shell.Add("acme", "Acme Labs");
        _shell.Tell("acme");

        layout.WaitForAssertion(() => Assert.Equal("Acme Labs", layout.Find(".switcher b").Words()));
    }

    [Fact]
    public void Going_to_another_organization_opens_it_and_stops_watching_the_first()
    {
        _shell.Add("acme", "Acme");
        _shell.Add("initech", "Initech");
        var layout = RenderAt("organizations/acme/people/members");

        Services.GetRequiredService<NavigationManager>().NavigateTo("organizations/initech/people/members");

        layout.WaitForAssertion(() => Assert.Equal("Initech", layout.Find(".switcher b").Words()));
        Assert.Equal(["initech"], _shell.Watched);
    }

    [Fact]
    public void An_entry_that_is_not_permitted_keeps_its_place_and_says_why()
    {
        _shell.Add("acme", "Acme");

        var layout = RenderAt("organizations/acme/people/members");

        var entry = layout.Find(".nav-item.is-locked");
        Assert.Equal("Audit log", entry.Words());
        Assert.Contains("Read the audit log", entry.GetAttribute("aria-description"), StringComparison.Ordinal);
        Assert.Equal(["People", "Audit log", "Settings"], layout.FindAll(".nav-item").Select(item => item.Words()));
    }

    [Fact]
    public void The_switcher_reads_organizations_when_it_is_opened()
    {
        _shell.Add("acme", "Acme");
        _shell.Add("initech", "Initech");
        var layout = RenderAt("organizations/acme/people/members");
        Assert.Equal(0, _shell.Listings);

        layout.Find(".switcher").Click();

        Assert.Equal("Acme", layout.Find(".menu-switcher [aria-current] bdi").Words());
        Assert.Contains("/organizations/initech", layout.FindAll(".menu-switcher a").Select(link => link.GetAttribute("href")));
    }

    protected override void RenderHosts()
    {
        // The layout has them.
    }

    private IRenderedComponent<MainLayout> RenderAt(string path)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        return Render<MainLayout>(parameters => parameters.Add(l => l.Body, builder =>
        {
            builder.OpenComponent<NameOfOrganization>(0);
            builder.CloseComponent();
        }));
    }

    private sealed class AuditEntry : INavigationSource
    {
        public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) =>
            [new NavigationItem("Audit log", IconName.List, $"/organizations/{access.Id}/audit", 200) { Permission = OrganizationPermissions.ReadAudit }];
    }

    private sealed class NameOfOrganization : ComponentBase
    {
        [CascadingParameter]
        private OrganizationAccess? Access { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, $"The page of {Access?.Name}");
    }

    private sealed class Part : ComponentBase, ISwitcherPart
    {
        public Type Component => typeof(Part);

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<p class=\"a-part\"></p>");
    }
}
