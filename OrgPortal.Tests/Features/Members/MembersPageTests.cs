using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

public sealed class MembersPageTests : MembersPageContext
{
    [Fact]
    public void The_rows_say_who_belongs_to_the_organization()
    {
        House.Change(House.Bob, user => user with { LastSignInAt = Clock.GetUtcNow().AddHours(-2) });
        House.Suspend(House.Carol);

        var page = Open();

        Assert.Equal(["Alice Arbor", "Bob Birch", "Carol Cedar"], Names(page));
        Assert.Contains("bob@acme.example", Row(page, "Bob Birch").TextContent, StringComparison.Ordinal);
        Assert.Equal("Member", RolesOf(page, "Bob Birch"));
        Assert.Equal("No role", RolesOf(page, "Carol Cedar"));
        Assert.Equal("2 hours ago", Row(page, "Bob Birch").QuerySelector("time")!.Words());
        Assert.Equal("Never", Row(page, "Carol Cedar").QuerySelector("td[data-label^=Last]")!.Words());
        Assert.Equal("You", Row(page, "Alice Arbor").QuerySelector(".badge")!.Words());
        Assert.Equal("Suspended", Row(page, "Carol Cedar").QuerySelector(".badge")!.Words());
        Assert.Equal("Members 3", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public void Opening_the_page_costs_one_call_beside_the_template()
    {
        Open();

        Assert.Equal([ReadsPage, "IOrganizationRolesClient.ListAsync"], House.Logto.Calls.Made);
    }

    [Fact]
    public void Until_the_first_read_ends_there_is_a_skeleton_and_the_count_keeps_its_place()
    {
        var reading = House.Logto.Calls.Hold(ReadsPage);

        var page = Open();
        Assert.NotEmpty(page.FindAll("tr.row-skeleton"));
        Assert.NotNull(page.Find(".tab-bar [aria-current] .count-awaited"));

        reading.SetResult();
        page.WaitForAssertion(() => Assert.Equal(3, Names(page).Count));
        Assert.Empty(page.FindAll(".count-awaited"));
    }

    [Fact]
    public void What_was_prerendered_is_not_read_again()
    {
        Prerendered(Clock.GetUtcNow());

        var page = Open();

        Assert.Equal(["Zoe"], Names(page));
        Assert.Empty(House.Logto.Calls.Made);
        Assert.Equal("Members 1", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public void What_happened_between_prerendering_and_listening_is_not_missed()
    {
        var readAt = Clock.GetUtcNow();
        Services.GetService<RecentChanges>();
        Prerendered(readAt);
        Clock.Advance(TimeSpan.FromSeconds(1));
        House.Events.Publish(new MembersChanged(House.Acme, House.Bob));

        var page = Open();

        page.WaitForAssertion(() => Assert.Equal(["Alice Arbor", "Bob Birch", "Carol Cedar"], Names(page)));
    }

    [Fact]
    public void What_was_prerendered_does_not_come_back_over_what_was_read_since()
    {
        Prerendered(Clock.GetUtcNow());
        var page = Open();
        var prerendered = page.Instance.Snapshot;
        House.Events.Publish(new MembersChanged(House.Acme, House.Bob));
        page.WaitForAssertion(() => Assert.Equal(3, Names(page).Count));

        // The framework does so when parameters are set again for the first time.
        page.InvokeAsync(() => page.Instance.Snapshot = prerendered);
        page.Render();

        Assert.Equal(3, Names(page).Count);
    }

    [Fact]
    public void Searching_goes_to_the_url_and_starts_at_the_first_page()
    {
        var page = Open("?page=1");

        page.Find("input[type=search]").Input("bob");
        Clock.Advance(SearchBox.Pause);

        page.WaitForAssertion(() => Assert.Equal(["Bob Birch"], Names(page)));
        Assert.Equal("?q=bob", Query);
    }

    [Fact]
    public void Filtering_by_a_role_goes_to_the_url()
    {
        var page = Open("?q=c");

        page.Button("Role Any").Click();
        page.MenuItem("Member").Click();

        Assert.Equal($"?q=c&role={House.Member}", Query);
        Assert.Equal(["Bob Birch"], Names(page));
        Assert.Equal("Role Member", page.Find(".filter").Words());
    }

    [Fact]
    public void A_url_with_a_filter_shows_it_and_names_the_role()
    {
        var page = Open($"?q=alice&role={House.Admin}");

        Assert.Equal(["Alice Arbor"], Names(page));
        Assert.Equal("alice", page.Find("input[type=search]").GetAttribute("value"));
        Assert.Equal("Role Administrator", page.Find(".filter").Words());
        Assert.Empty(page.FindAll(".tab-bar [aria-current] .count"));
    }

    [Theory]
    [InlineData("?page=abc")]
    [InlineData("?page=-1")]
    [InlineData("?role=..%2Fusers")]
    [InlineData("?page=99999999999999999999")]
    public void A_url_that_says_nonsense_shows_everybody(string query)
    {
        Assert.Equal(3, Names(Open(query)).Count);
    }

    [Fact]
    public void Pages_are_links_and_a_page_past_the_end_leads_to_the_last()
    {
        House.AddPeople(38);

        var page = Open("?page=9");

        Assert.Equal("?page=3", Query);
        Assert.Equal(["Dora 38"], Names(page));
        Assert.Equal("41-41 of 41", page.Find(".pager [role=status]").Words().Replace('–', '-'));
        Assert.Equal($"/organizations/{House.Acme}/people/members?page=2", page.Find(".pager-steps a").GetAttribute("href"));
    }

    [Fact]
    public void Nobody_found_quotes_the_search_and_leads_back()
    {
        var page = Open("?q=zzz");

        Assert.Equal("No members match “zzz”", page.Find(".empty-title").Words());
        page.Button("Show everybody").Click();

        Assert.Equal(3, Names(page).Count);
        Assert.Empty(Query);
    }

    [Fact]
    public void Nobody_with_a_role_has_its_own_words()
    {
        Assert.Equal("Nobody has this role", Open($"?role={House.Manager}").Find(".empty-title").Words());
    }

    [Fact]
    public void Who_is_alone_is_led_to_inviting()
    {
        House.Logto.Members.RemoveAll(member => member.User != House.Alice);

        var page = Open();

        Assert.Equal(["Alice Arbor"], Names(page));
        Assert.Equal("It is only you so far", page.Find(".empty-title").Words());
        Assert.Equal($"/organizations/{House.Acme}/people/invitations?invite=1", page.Find(".empty-actions a").GetAttribute("href"));
    }

    [Fact]
    public void Who_may_not_see_members_sees_what_they_are_themselves_and_whom_to_ask()
    {
        House.Logto.Members.Single(member => member.User == House.Carol).Roles.Add(House.Logto.AddRole("Guest", "unrelated:permission"));
        LookAs(House.Carol);

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("Guest", page.Markup, StringComparison.Ordinal));
        Assert.Contains("You cannot see who belongs here", page.Find(".empty-title").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
        Assert.DoesNotContain("Bob Birch", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Ada Admin"], page.FindAll("aside .why-not-people li").Select(person => person.QuerySelector("bdi")!.Words()));
        Assert.Equal($"/organizations/{House.Acme}/people/members/{House.Carol}", page.Find(".card-foot a").GetAttribute("href"));
        Assert.NotNull(page.Button("Leave Acme"));
    }

    [Fact]
    public void Somebody_who_sees_nobody_asks_to_see_people_with_one_click()
    {
        LookAs(House.Carol);
        var page = Open();

        page.Button("Who can help?").Click();
        page.Button("Ask them for it").Click();

        page.WaitForAssertion(() => Assert.Equal(OrganizationPermissions.ReadMembers, Assert.Single(Requests.Asked)));
    }

    [Fact]
    public void A_row_says_who_can_help_with_what_one_may_not_do()
    {
        LookAs(House.Bob);
        var page = Open();

        page.Button("Actions for Carol Cedar").Click();
        page.MenuItem("Why can’t I: Remove people?").Click();
        Dialogs.Button("Ask them for it").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(OrganizationPermissions.DeleteMembers, Assert.Single(Requests.Asked)));
    }

    [Fact]
    public void When_Logto_does_not_answer_trying_again_helps()
    {
        House.Logto.Calls.Fail(ReadsPage, FakeLogtoCalls.Outage());
        var page = Open();
        Assert.Contains("does not answer", page.Find(".callout").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));

        page.Button("Try again").Click();

        Assert.Equal(3, Names(page).Count);
        Assert.Empty(page.FindAll(".callout"));
    }

    [Fact]
    public void Old_rows_stay_when_a_later_read_fails()
    {
        var page = Open();
        House.Logto.Calls.Fail(ReadsPage, FakeLogtoCalls.Outage());

        House.Events.Publish(new MembersChanged(House.Acme));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".callout")));
        Assert.Equal(3, Names(page).Count);
    }

    [Fact]
    public void Somebody_who_joins_appears_without_a_click()
    {
        var page = Open();
        Assert.DoesNotContain("Erin Elm", Names(page));

        var erin = House.AddMember("Erin Elm", House.Member);
        House.Events.Publish(new MembersChanged(House.Acme, erin));

        page.WaitForAssertion(() => Assert.Contains("Erin Elm", Names(page)));
        Assert.Equal("is-new", Row(page, "Erin Elm").ClassName);
        Assert.Equal(string.Empty, Row(page, "Bob Birch").ClassName ?? string.Empty);
        Assert.Equal("Members 4", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public void What_another_administrator_changes_shows_without_a_click()
    {
        var page = Open();

        House.Logto.FindMember(House.Acme, House.Bob)!.Roles.Clear();
        House.Logto.Members.RemoveAll(member => member.User == House.Carol);
        House.Events.Publish(new MembersChanged(House.Acme, House.Bob));

        page.WaitForAssertion(() => Assert.Equal("No role", RolesOf(page, "Bob Birch")));
        Assert.DoesNotContain("Carol Cedar", Names(page));
    }

    [Fact]
    public void What_happens_elsewhere_is_not_read()
    {
        var page = Open();
        House.Logto.Calls.Clear();

        House.Events.Publish(new MembersChanged(OrganizationId.Parse("elsewhere")));
        House.Events.Publish(new OrganizationChanged(House.Acme));
        House.Events.Publish(new InvitationsChanged(House.Acme));
        page.Render();

        Assert.Empty(House.Logto.Calls.Made);
    }

    [Fact]
    public async Task A_page_that_was_left_no_longer_follows()
    {
        Open();
        House.Logto.Calls.Clear();

        await DisposeComponentsAsync();
        House.Events.Publish(new MembersChanged(House.Acme));

        Assert.Empty(House.Logto.Calls.Made);
    }

    private void Prerendered(DateTimeOffset readAt)
    {
        var zoe = new MemberRow(House.Carol, "Zoe", null, null, [], null, false, false);
        var path = PeoplePaths.Members(House.Acme);
        var snapshot = new MembersSnapshot(House.Acme, path, new MemberQuery(), new Page<MemberRow>([zoe], new PageRequest(1, 20), 1), readAt);
        ComponentFactories.Add(new Handed(snapshot));
    }

    // Stands for the state that the framework hands over: the component gets it before its parameters.
    private sealed class Handed(MembersSnapshot snapshot) : IComponentFactory
    {
        public bool CanCreate(Type componentType) => componentType == typeof(MembersPage);

        public Microsoft.AspNetCore.Components.IComponent Create(Type componentType) => new MembersPage { Snapshot = snapshot };
    }
}
