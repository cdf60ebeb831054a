using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

/// <summary>The same for several people: selecting, reviewing, what became of each.</summary>
public sealed class BulkTests : MembersPageContext
{
    private const string Removes = "IOrganizationMembersClient.RemoveAsync";

    [Fact]
    public void Roles_are_added_to_everybody_selected_and_each_is_on_record()
    {
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        Assert.Equal("2 people selected", page.Find(".selection-bar [role=status]").Words());

        page.Button("Change roles").Click();
        TickRole("Manager");
        Dialogs.Button("Review").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(["Member → Manager and Member", "No role → Manager"], Notes()));
        Dialogs.Button("Change 2").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".selection-bar")));
        Assert.Equal(["Manager", "Member"], House.RolesOf(House.Bob));
        Assert.Equal(["Manager"], House.RolesOf(House.Carol));
        Assert.Equal([House.Bob.Value, House.Carol.Value], House.Audit.Records.Where(record => record.Action == "member.roles.change").Select(record => record.TargetId));
        Toasts.WaitForAssertion(() => Assert.Contains("Changed 2 people", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Undo_gives_everybody_what_they_had()
    {
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Change roles").Click();
        Choose("Replace all roles");
        TickRole("Manager");
        Dialogs.Button("Review").Click();
        Dialogs.Button("Change 2").Click();

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Taken back for 2", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
        Assert.Empty(House.RolesOf(House.Carol));
    }

    [Fact]
    public void Who_cannot_be_changed_or_would_not_change_is_left_out_with_the_reason()
    {
        var dora = House.AddMember("Dora Dill", House.Manager);
        LookAs(dora);
        var page = Open();
        page.Find("thead input[type=checkbox]").Change(true);
        Assert.Equal("4 people selected", page.Find(".selection-bar [role=status]").Words());

        page.Button("Change roles").Click();
        TickRole("Member");
        Dialogs.Button("Review").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(4, Notes().Count));
        Assert.StartsWith("Administrator can do more than you can", NoteOn("Alice Arbor"), StringComparison.Ordinal);
        Assert.Equal("Nothing would change", NoteOn("Bob Birch"));
        Assert.Equal("No role → Member", NoteOn("Carol Cedar"));
        Assert.StartsWith("You change your own roles", NoteOn("Dora Dill"), StringComparison.Ordinal);
        Assert.Single(Dialogs.Buttons("Change 1"));
    }

    [Fact]
    public void One_that_fails_stays_selected_with_the_reason_and_the_others_are_done()
    {
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Remove").Click();
        House.Logto.Calls.Fail(Removes, FakeLogtoCalls.Outage());

        Dialogs.Button("Remove 2").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("does not answer", NoteOn("Bob Birch"), StringComparison.Ordinal));
        Assert.Contains("1 of 2 done, 1 not", Dialogs.Find("p[role=status]").Words(), StringComparison.Ordinal);
        Dialogs.FindAll("button.button-primary")[^1].Click();
        page.WaitForAssertion(() => Assert.Equal("1 person selected", page.Find(".selection-bar [role=status]").Words()));
        Assert.True(House.IsMember(House.Bob));
        Assert.False(House.IsMember(House.Carol));
    }

    [Fact]
    public void People_who_were_removed_come_back_with_undo()
    {
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Remove").Click();
        Dialogs.Button("Remove 2").Click();
        page.WaitForAssertion(() => Assert.False(House.IsMember(House.Carol)));
        Assert.Equal([(SentInvitationsFate.TakeOver, House.Bob), (SentInvitationsFate.TakeOver, House.Carol)], House.Invitations.Handled);

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Taken back for 2", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
        Assert.True(House.IsMember(House.Carol));
    }

    [Fact]
    public void Invitations_that_were_revoked_with_several_removals_come_back_with_undo()
    {
        (House.Invitations.Open, House.Invitations.Revoked) = (1, [InvitationId.Parse("one", null)]);
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Remove").Click();
        Choose("Revoke them");
        Dialogs.Button("Remove 2").Click();
        page.WaitForAssertion(() => Assert.False(House.IsMember(House.Carol)));

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Taken back for 2", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(2, House.Invitations.Restored.Count);
    }

    [Fact]
    public void The_last_administrator_stays_whoever_else_is_removed()
    {
        var second = House.AddMember("Second", House.Admin);
        LookAs(second);
        var page = Open();
        Select(page, "Alice Arbor", "Bob Birch");
        page.Button("Remove").Click();
        House.Logto.FindMember(House.Acme, second)!.Roles.Clear();
        House.Logto.AddMember(House.Acme, second, House.Manager);

        Dialogs.Button("Remove 2").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("1 of 2 done, 1 not", Dialogs.Find("p[role=status]").Words(), StringComparison.Ordinal));
        Assert.True(House.IsMember(House.Alice));
        Assert.False(House.IsMember(House.Bob));
    }

    [Fact]
    public void Somebody_else_being_faster_is_told_for_that_person_only()
    {
        House.Changes.Who = "Dora Dill";
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Change roles").Click();
        TickRole("Manager");
        Dialogs.Button("Review").Click();
        House.Logto.FindMember(House.Acme, House.Bob)!.Roles.Clear();

        Dialogs.Button("Change 2").Click();

        Dialogs.WaitForAssertion(() => Assert.StartsWith("Dora Dill changed this meanwhile", NoteOn("Bob Birch"), StringComparison.Ordinal));
        Assert.Empty(House.RolesOf(House.Bob));
        Assert.Equal(["Manager"], House.RolesOf(House.Carol));
    }

    [Fact]
    public void The_selection_survives_paging_and_searching()
    {
        for (var number = 0; number < 30; number++)
        {
            House.AddMember($"Person {number:D2}", House.Member);
        }

        var page = Open();
        Select(page, "Bob Birch");
        Navigation.NavigateTo($"/organizations/{House.Acme}/people/members?page=2");
        page.WaitForAssertion(() => Assert.DoesNotContain("Bob Birch", Names(page)));
        Select(page, "Person 25");

        page.WaitForAssertion(() => Assert.Equal("2 people selected", page.Find(".selection-bar [role=status]").Words()));
        page.Button("Clear selection").Click();
        page.AssertNone(".selection-bar");
    }

    [Fact]
    public void A_membership_gets_an_end_for_everybody_selected_and_the_rows_say_so()
    {
        var page = Open();
        Select(page, "Bob Birch", "Carol Cedar");
        page.Button("Set an end").Click();
        Dialogs.Find("input[type=date]").Input("2027-03-31");
        Dialogs.Button("Review").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(["No end → Until 31 Mar 2027", "No end → Until 31 Mar 2027"], Notes()));
        Dialogs.Button("Change 2").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".selection-bar")));
        House.Events.Publish(new OrgPortal.Web.Events.MembersChanged(House.Acme));
        page.WaitForAssertion(() => Assert.Contains("Until 31 Mar 2027", Row(page, "Bob Birch").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_may_do_nothing_to_others_selects_nobody()
    {
        LookAs(House.Bob);

        Assert.Empty(Open().FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task Stopping_leaves_the_rest_as_it_is()
    {
        var acts = new BulkActs(House.As(House.Alice), House.FormerAs(House.Alice), House.TermsAs(House.Alice), House.Invitations);
        var rows = (await House.As(House.Alice).ListAsync(House.Acme, new MemberQuery())).Value.Items.Where(row => !row.IsMe);
        var plan = new BulkPlan(BulkKind.Remove, new HashSet<OrganizationRoleId>());
        var items = BulkActs.Review(plan, rows);
        var asked = 0;

        await acts.RunAsync(House.Acme, plan, items, () => asked++ == 0);

        Assert.Equal([BulkState.Done, BulkState.Waiting], items.Select(item => item.State).Order().Reverse());
        Assert.True(House.IsMember(House.Carol));
    }

    private static void Select(IRenderedComponent<MembersPage> page, params string[] names)
    {
        foreach (var name in names)
        {
            Patience.Until(page, () => Row(page, name)).QuerySelector("td.cell-check input")!.Change(true);
        }
    }

    private void TickRole(string role) => Choose(role);

    private void Choose(string name) =>
        Patience.Until(Dialogs, () => Assert.Single(Dialogs.FindAll("label.choice"), label => label.QuerySelector(".choice-name")!.Words() == name)).QuerySelector("input")!.Change(true);

    private IReadOnlyList<string> Notes() => [.. Dialogs.FindAll(".bulk-list .list-note").Select(note => note.Words())];

    private string NoteOn(string name) => Assert.Single(Dialogs.FindAll(".bulk-list li"), line => line.QuerySelector(".list-title")!.Words() == name).QuerySelector(".list-note")!.Words();
}
