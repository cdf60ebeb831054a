using Bunit;
using OrgPortal.Tests.Features.Domains;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Requests;

namespace OrgPortal.Tests.Features.Requests;

public sealed class RequestsPageTests : DomainPagesContext
{
    [Fact]
    public async Task Requests_stand_there_with_their_notes_and_the_tab_counts_them()
    {
        await AskAsync();

        var page = Open();

        Assert.Equal("Dave Dunn", page.Find("tbody .person-name").Words());
        Assert.Contains("Let me in", page.Find("tbody").Words(), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("Requests 1", page.Find(".tab-bar [aria-current]").Words()));
    }

    [Fact]
    public async Task Approving_asks_for_the_role_and_makes_a_member()
    {
        await AskAsync();
        var page = Open();

        page.Button("Approve the request of Dave Dunn").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Let me in", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(["member"], Dialogs.FindAll(".choice.is-chosen .choice-name").Select(name => name.Words()));
        Dialogs.Button("Approve request").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Dave Dunn is now a member of Acme", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["member"], House.Logto.RoleNamesOf(House.Acme, House.Dave));
        page.WaitForAssertion(() => Assert.Equal("No open requests", page.Find(".empty-title").Words()));
        page.WaitForAssertion(() => Assert.Equal("Requests 0", page.Find(".tab-bar [aria-current]").Words()));
    }

    [Fact]
    public async Task A_failure_stays_in_the_dialog_and_the_next_try_succeeds()
    {
        await AskAsync();
        House.Logto.Calls.Fail("IOrganizationMembersClient.AddRolesAsync", FakeLogtoCalls.Outage());
        var page = Open();
        page.Button("Approve the request of Dave Dunn").Click();

        Dialogs.Button("Approve request").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("What had been made was taken back", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Approve request").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("is now a member", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Declining_takes_a_reason_and_the_ended_ones_are_kept()
    {
        await AskAsync();
        var page = Open();

        page.Button("Decline the request of Dave Dunn").Click();
        Dialogs.WaitForAssertion(() => Dialogs.Find("textarea").Input("Ask Bob"));
        Dialogs.Button("Decline request").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty-title")));
        Assert.Equal("Ask Bob", House.Request().Reason);
        var ended = Open("?status=ended");
        Assert.Equal("Declined", ended.Find("tbody .pill").Words());
    }

    [Fact]
    public async Task A_request_that_comes_while_the_page_is_open_appears()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        var page = Open();
        Assert.Equal("No open requests", page.Find(".empty-title").Words());
        House.SignIn(House.Dave);
        await House.Requests.AskAsync(House.Acme, null);

        page.WaitForAssertion(() => Assert.Equal("Dave Dunn", page.Find("tbody .person-name").Words()));
    }

    [Fact]
    public async Task The_tab_is_there_only_where_people_can_ask()
    {
        var header = Render<PeopleHeader>(parameters => parameters.Add(one => one.Organization, House.Acme).Add(one => one.Current, PeopleTab.Members).AddCascadingValue(Access()));
        header.WaitForAssertion(() => Assert.Equal(["Members", "Invitations 0"], header.FindAll(".tab-bar a").Select(tab => tab.Words())));

        await House.VerifyAsync(DomainEnrolment.Ask);

        header.WaitForAssertion(() => Assert.Equal(["Members", "Invitations 0", "Requests 0"], header.FindAll(".tab-bar a").Select(tab => tab.Words())));
    }

    [Fact]
    public async Task Whoever_may_not_invite_sees_neither_tab_nor_requests()
    {
        await AskAsync();
        LookAs(House.Bob);

        var page = Open();
        Assert.Contains("Invite people", page.Find(".empty-state").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody"));

        var header = Render<PeopleHeader>(parameters => parameters.Add(one => one.Organization, House.Acme).Add(one => one.Current, PeopleTab.Members).AddCascadingValue(Access()));
        Assert.Equal(2, header.FindAll(".tab-bar a").Count);
    }

    private async Task AskAsync()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        House.SignIn(House.Dave);
        Assert.Null((await House.Requests.AskAsync(House.Acme, "Let me in")).Failure);
        House.SignIn(House.Alice);
    }

    private IRenderedComponent<RequestsPage> Open(string query = "")
    {
        Navigation.NavigateTo(PeoplePaths.Requests(House.Acme) + query);
        return Render<RequestsPage>(parameters => parameters.Add(page => page.OrganizationId, House.Acme.Value).AddCascadingValue(Access()));
    }
}
