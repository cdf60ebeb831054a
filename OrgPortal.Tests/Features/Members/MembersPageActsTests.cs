using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Tests.Features.Members;

public sealed class MembersPageActsTests : MembersPageContext
{
    [Fact]
    public void A_role_chosen_in_the_row_is_saved_at_once_and_told()
    {
        var page = Open();

        OpenRoles(page, "Bob Birch");
        page.MenuItem("Manager").Click();

        Assert.Equal(["Manager"], House.RolesOf(House.Bob));
        Assert.Equal("Manager", RolesOf(page, "Bob Birch"));
        Toasts.WaitForAssertion(() => Assert.Contains("Bob Birch is now Manager", Toasts.Markup, StringComparison.Ordinal));
        Assert.Single(House.Audit.Records);
    }

    [Fact]
    public void The_new_role_shows_before_Logto_has_it_and_goes_back_with_the_reason_when_it_is_refused()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");
        var saving = House.Logto.Calls.Hold(SavesRoles);

        page.MenuItem("Manager").Click();
        Assert.Equal("Manager", RolesOf(page, "Bob Birch"));
        Assert.Equal("true", Row(page, "Bob Birch").QuerySelector("button.select")!.GetAttribute("aria-busy"));

        saving.SetException(FakeLogtoCalls.Outage());
        page.WaitForAssertion(() => Assert.Equal("Member", RolesOf(page, "Bob Birch")));
        Assert.Contains("does not answer", page.Find(".row-detail").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Member"], House.RolesOf(House.Bob));

        page.Button("Dismiss").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".row-detail")));
    }

    [Fact]
    public void Somebody_else_being_faster_shows_what_is_true_now_and_why()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");
        House.Logto.AddMember(House.Acme, House.Bob, House.Manager);

        page.MenuItem("Administrator").Click();
        Dialogs.Button("Make administrator").Click();

        page.WaitForAssertion(() => Assert.Equal("Manager +1", RolesOf(page, "Bob Birch")));
        Assert.Contains("Somebody else changed this", page.Find(".row-detail").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_conflict_says_who_was_faster_and_the_choice_can_be_made_again_for_what_is_true_now()
    {
        House.Changes.Who = "Dora Dill";
        var page = Open();
        OpenRoles(page, "Carol Cedar");
        House.Logto.AddMember(House.Acme, House.Carol, House.Member);

        page.MenuItem("Manager").Click();
        page.WaitForAssertion(() => Assert.Contains("Dora Dill changed this meanwhile", page.Find(".row-detail").TextContent, StringComparison.Ordinal));
        Assert.Equal("Member", RolesOf(page, "Carol Cedar"));

        page.Button("Change to Manager anyway").Click();
        page.WaitForAssertion(() => Assert.Equal(["Manager"], House.RolesOf(House.Carol)));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".row-detail")));
    }

    [Fact]
    public void Undo_gives_the_old_role_back()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");
        page.MenuItem("Manager").Click();

        Toasts.Button("Undo").Click();

        page.WaitForAssertion(() => Assert.Equal("Member", RolesOf(page, "Bob Birch")));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
    }

    [Fact]
    public void Making_an_administrator_asks_first_and_lists_the_powers()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");

        page.MenuItem("Administrator").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Make Bob Birch an administrator of Acme?", Dialogs.Find("h2").Words()));
        Dialogs.WaitForAssertion(() => Assert.Contains("Delete the organization", Dialogs.FindAll(".bullets li").Select(line => line.Words())));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));

        Dialogs.Button("Make administrator").Click();
        page.WaitForAssertion(() => Assert.Equal(["Administrator"], House.RolesOf(House.Bob)));
    }

    [Fact]
    public void Thinking_better_of_it_changes_nothing()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");
        page.MenuItem("Administrator").Click();

        Dialogs.Button("Cancel").Click();

        page.WaitForAssertion(() => Assert.Null(Row(page, "Bob Birch").QuerySelector("[aria-busy]")));
        Assert.Equal("Member", RolesOf(page, "Bob Birch"));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
    }

    [Fact]
    public void The_roles_are_read_when_somebody_wants_them_and_once()
    {
        var page = Open();
        House.Logto.Calls.Clear();

        OpenRoles(page, "Bob Birch");
        page.InvokeAsync(page.FindComponent<MenuPanel>().Instance.ClosedAsync);
        OpenRoles(page, "Carol Cedar");

        Assert.NotEmpty(page.FindAll("[role=menu]"));
        Assert.Equal(1, House.Logto.Calls.CountOf("IOrganizationMembersClient.ListRolesAsync"));
    }

    [Fact]
    public void When_the_roles_cannot_be_read_no_empty_menu_opens()
    {
        var page = Open();
        House.Logto.Calls.Fail("IOrganizationMembersClient.ListRolesAsync", FakeLogtoCalls.Outage());

        OpenRoles(page, "Bob Birch");
        Assert.Empty(page.FindAll("[role=menu]"));
        Toasts.WaitForAssertion(() => Assert.Contains("does not answer", Toasts.Markup, StringComparison.Ordinal));

        OpenRoles(page, "Bob Birch");
        Assert.NotEmpty(page.FindAll("[role=menu]"));
    }

    [Fact]
    public void Roles_above_ones_own_are_to_be_seen_but_locked_with_the_reason()
    {
        var dora = House.AddMember("Dora Dill", House.Manager);
        LookAs(dora);
        var page = Open();

        OpenRoles(page, "Bob Birch");

        var administrator = page.MenuItem("Administrator");
        Assert.Equal("true", administrator.GetAttribute("aria-disabled"));
        Assert.Contains("can do more than you can", administrator.TextContent, StringComparison.Ordinal);
        Assert.Null(page.MenuItem("Manager").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void Somebody_above_oneself_is_locked_with_the_reason()
    {
        LookAs(House.AddMember("Dora Dill", House.Manager));
        var page = Open();

        Assert.Contains("Administrator can do more than you can", Row(page, "Alice Arbor").QuerySelector(".option-locked")!.GetAttribute("data-tip"), StringComparison.Ordinal);
        OpenActions(page, "Alice Arbor");
        Assert.Equal("true", page.MenuItem("Remove from Acme").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void Without_the_permission_everything_stays_in_its_place_and_says_why()
    {
        LookAs(House.Bob);
        var page = Open();

        Assert.Contains("Change roles", Row(page, "Carol Cedar").QuerySelector(".option-locked")!.GetAttribute("data-tip"), StringComparison.Ordinal);
        OpenActions(page, "Carol Cedar");
        Assert.Contains("Remove people", page.MenuItem("Remove from Acme").TextContent, StringComparison.Ordinal);
        Assert.Contains("Invite people", page.Find(".page-header-actions button").GetAttribute("data-tip"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_administrator_can_neither_give_that_up_nor_leave_and_is_told_why()
    {
        var page = Open();

        OpenRoles(page, "Alice Arbor");
        var member = page.MenuItem("Member");
        Assert.Equal("true", member.GetAttribute("aria-disabled"));
        Assert.Contains("at least one administrator", member.TextContent, StringComparison.Ordinal);
        Assert.Null(page.MenuItem("Administrator").GetAttribute("aria-disabled"));
        page.InvokeAsync(page.FindComponent<MenuPanel>().Instance.ClosedAsync);

        OpenActions(page, "Alice Arbor");
        var leave = page.MenuItem("Leave Acme");
        Assert.Equal("true", leave.GetAttribute("aria-disabled"));
        Assert.Contains("at least one administrator", leave.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_administrator_among_more_than_a_page_is_told_when_it_is_tried()
    {
        for (var number = 1; number <= 20; number++)
        {
            House.AddMember($"Dora {number:D2}");
        }

        var page = Open();
        OpenActions(page, "Alice Arbor");
        page.MenuItem("Leave Acme").Click();
        Dialogs.Button("Leave Acme").Click();

        page.WaitForAssertion(() => Assert.Contains("at least one administrator", page.Find(".row-detail").TextContent, StringComparison.Ordinal));
        Assert.True(House.IsMember(House.Alice));
    }

    [Fact]
    public void Giving_up_ones_own_permissions_asks_first()
    {
        House.Logto.AddMember(House.Acme, House.Bob, House.Admin);
        var page = Open();
        OpenRoles(page, "Alice Arbor");

        page.MenuItem("Member").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Give up your own permissions?", Dialogs.Find("h2").Words()));
        Dialogs.WaitForAssertion(() => Assert.Contains("Change roles", Dialogs.FindAll(".bullets li").Select(line => line.Words())));
        Dialogs.Button("Change my roles").Click();

        page.WaitForAssertion(() => Assert.Equal(["Member"], House.RolesOf(House.Alice)));
        Toasts.WaitForAssertion(() => Assert.Contains("Alice Arbor is now Member", Toasts.Markup, StringComparison.Ordinal));
        Assert.Empty(Toasts.Buttons("Undo"));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".option-locked")));
    }

    [Fact]
    public void Several_roles_are_chosen_in_a_dialog()
    {
        var page = Open();
        OpenRoles(page, "Bob Birch");
        page.MenuItem("Choose several roles").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Roles of Bob Birch", Dialogs.Find("h2").Words()));
        Dialogs.WaitForAssertion(() => Assert.True(Dialogs.Button("Save roles").HasAttribute("disabled")));

        Dialogs.FindAll("label.choice").Single(choice => choice.QuerySelector(".choice-name")!.Words() == "Manager").QuerySelector("input")!.Change(true);
        Dialogs.Button("Save roles").Click();

        page.WaitForAssertion(() => Assert.Equal(["Manager", "Member"], House.RolesOf(House.Bob)));
        Assert.Equal("Manager +1", RolesOf(page, "Bob Birch"));
        Toasts.WaitForAssertion(() => Assert.Contains("Bob Birch is now Manager and Member", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Removing_names_the_consequences_first()
    {
        var page = Open();
        OpenActions(page, "Bob Birch");
        page.MenuItem("Remove from Acme").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Remove Bob Birch from Acme?", Dialogs.Find("h2").Words()));
        Dialogs.WaitForAssertion(() => Assert.Contains("bob@acme.example", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.WaitForAssertion(() => Assert.Contains("They lose the role Member and what it allows: see people.", Dialogs.FindAll(".bullets li").Select(line => line.Words())));
        Assert.True(House.IsMember(House.Bob));

        Dialogs.Button("Remove member").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("Bob Birch", Names(page)));
        Assert.False(House.IsMember(House.Bob));
        Toasts.WaitForAssertion(() => Assert.Contains("Removed Bob Birch from Acme", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal("Members 2", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public void Somebody_who_is_gone_already_disappears_with_a_word()
    {
        var page = Open();
        OpenActions(page, "Bob Birch");
        page.MenuItem("Remove from Acme").Click();
        House.Logto.Members.RemoveAll(member => member.User == House.Bob);

        Dialogs.Button("Remove member").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("Bob Birch", Names(page)));
        Toasts.WaitForAssertion(() => Assert.Contains("does not exist any more", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaving_asks_first_and_leads_home()
    {
        LookAs(House.Bob);
        var page = Open();
        OpenActions(page, "Bob Birch");
        page.MenuItem("Leave Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Leave Acme?", Dialogs.Find("h2").Words()));

        Dialogs.Button("Leave Acme").Click();

        page.WaitForAssertion(() => Assert.False(House.IsMember(House.Bob)));
        page.WaitForAssertion(() => Assert.Equal("/", new Uri(Navigation.Uri).PathAndQuery));
        Toasts.WaitForAssertion(() => Assert.Contains("You left Acme", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaving_from_the_settings_asks_the_same()
    {
        var organization = new OrganizationAccess(House.Acme, "Acme", null, ["Administrator"], new HashSet<Web.Authorization.PermissionKey>());
        var row = Render<LeaveRow>(parameters => parameters.Add(r => r.Organization, organization));

        row.Button("Leave the organization").Click();
        Dialogs.Button("Leave Acme").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("at least one administrator", Toasts.Markup, StringComparison.Ordinal));
        Assert.True(House.IsMember(House.Alice));
    }

    [Fact]
    public void Losing_a_right_while_looking_locks_the_rows()
    {
        House.Logto.AddMember(House.Acme, House.Bob, House.Admin);
        var page = Open();

        House.Logto.FindMember(House.Acme, House.Alice)!.Roles[0] = House.Member;
        House.Events.Publish(new MembersChanged(House.Acme, House.Alice));

        page.WaitForAssertion(() => Assert.NotNull(Row(page, "Carol Cedar").QuerySelector(".option-locked")));
    }
}
