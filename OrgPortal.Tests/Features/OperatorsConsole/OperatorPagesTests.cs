using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.OperatorsConsole;

public sealed class OperatorPagesTests : MudTestContext
{
    private readonly OperatorsHouse _house;

    public OperatorPagesTests()
    {
        _house = new OperatorsHouse { User = User };
        _house.AddTo(Services);
        _house.SignIn(_house.Olga);
        // Long after the organizations were created.
        Clock.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Rows_stand_there_before_it_is_known_who_administers_them()
    {
        var held = _house.Logto.Calls.Hold("IOrganizationMembersClient.ListAsync");

        var page = Render<OperatorOrganizationsPage>();

        page.WaitForAssertion(() => Assert.Equal(["Acme", "Globex", "Initech"], page.FindAll("tbody .person-name a").Select(link => link.TextContent)));
        // Which of them is asked about first, and held, is chance.
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody .bar-skeleton")));
        held.SetResult();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody .bar-skeleton")));
        Assert.Contains("Alice Adams", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No administrator", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/operators/organizations/{_house.Acme}", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public void An_organization_of_which_Logto_says_nothing_says_so_in_its_cell()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage(), 3);

        var page = Render<OperatorOrganizationsPage>();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody td .muted[title]").Count(cell => cell.TextContent == "Logto did not answer")));
    }

    [Fact]
    public void Searching_stands_in_the_address()
    {
        var page = RenderWhole();
        Assert.Equal(3, page.FindAll("tbody .person-name a").Count);

        var box = page.Find("input[type=search]");
        box.Input("glob");
        box.KeyDown("Enter");

        Assert.EndsWith("/operators/organizations?q=glob", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Creating_is_suspended_and_let_go_on_again_on_the_page()
    {
        var page = RenderWhole();
        page.Button("Suspend creation").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("input.input")));
        Dialogs.Find("input.input").Input("We are moving.");

        Dialogs.Button("Suspend creation").Click();

        page.WaitForAssertion(() => Assert.Contains("We are moving.", page.Find(".callout").TextContent, StringComparison.Ordinal));
        page.Button("Let people create again").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".callout")));
    }

    [Fact]
    public void One_organization_says_what_to_see_to_and_leads_inside()
    {
        var page = Render<OperatorOrganizationPage>(parameters => parameters.Add(it => it.OrganizationId, _house.Initech.Value));
        page.WaitForAssertion(() => Assert.Equal("Initech", page.Find("h1").TextContent));
        Assert.Equal($"/operators/organizations/{_house.Initech}/enter?to=overview", page.Find(".page-header-actions a").GetAttribute("href"));

        page.Button("Check now").Click();

        page.WaitForAssertion(() => Assert.Contains("Its only member is no administrator", page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll($"a[href='/operators/organizations/{_house.Initech}/enter?to=members']"));
    }

    [Fact]
    public void One_that_could_be_read_only_the_second_time_has_its_last_acts_too()
    {
        _house.Logto.Calls.Fail("IOrganizationsClient.GetAsync", new LogtoUnreachableException("organizations/{organizationId}"));
        var page = Render<OperatorOrganizationPage>(parameters => parameters.Add(it => it.OrganizationId, _house.Initech.Value));

        page.WaitForAssertion(() => page.Button("Try again").Click());

        page.WaitForAssertion(() => Assert.Equal("Initech", page.Find("h1").TextContent));
        page.WaitForAssertion(() => Assert.Contains("Nothing is on record", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_have_their_remedy_and_go_when_they_are_not_so_any_more()
    {
        await _house.Get<IFindingService>().RecheckAsync(_house.Initech);
        var page = Render<FindingsPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".finding-list > li").Count));
        Assert.Contains("give a member the administrator", page.Markup, StringComparison.Ordinal);
        _house.Logto.AddMember(_house.Initech, _house.Ivan, _house.Admin);

        page.FindAll("button[aria-label='Check now: Initech']")[0].Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".finding-list")));
    }

    [Fact]
    public void A_survey_is_started_on_the_page_and_a_half_made_organization_cleared_away()
    {
        var (_, left) = _house.AddHalfMade();
        var page = Render<FindingsPage>();

        page.Button("Clear away now").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(_house.Logto.Organizations, one => one.Id == left));
        page.Button("Start a survey").Click();

        page.WaitForAssertion(() => Assert.Contains("Running", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Button("Pause"));
    }

    [Fact]
    public void The_template_says_what_to_do_about_what_nobody_carries()
    {
        _house.Logto.IdlePermissions.Add("pay:invoices");

        var page = Render<TemplatePage>();

        page.WaitForAssertion(() => Assert.Contains("“pay:invoices” stands for nothing in the portal", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(OperatorOrganizationsPage))]
    [InlineData(typeof(OperatorOrganizationPage))]
    [InlineData(typeof(FindingsPage))]
    [InlineData(typeof(TemplatePage))]
    public void For_an_administrator_who_is_no_operator_there_is_no_page(Type kind)
    {
        _house.SignIn(_house.Alice);
        var wasNotFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => wasNotFound = true;

        var page = Render(builder =>
        {
            builder.OpenComponent(0, kind);
            if (kind == typeof(OperatorOrganizationPage))
            {
                builder.AddAttribute(1, "OrganizationId", _house.Acme.Value);
            }

            builder.CloseComponent();
        });

        page.WaitForAssertion(() => Assert.True(wasNotFound));
        Assert.DoesNotContain("Acme", page.Markup, StringComparison.Ordinal);
    }

    // Names come from other threads, and each draws the page anew: whoever types into it meanwhile may hold what is no more.
    private IRenderedComponent<OperatorOrganizationsPage> RenderWhole()
    {
        var page = Render<OperatorOrganizationsPage>();
        page.WaitForAssertion(() => Assert.Contains("Greta Globe", page.Markup, StringComparison.Ordinal));
        page.AssertNone("tbody .bar-skeleton");
        return page;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }
}
