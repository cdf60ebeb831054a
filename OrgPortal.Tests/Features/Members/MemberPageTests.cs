using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Features.Audit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>A member's page over the real service and a Logto in memory; Alice, the administrator, looks at Bob's unless somebody else is told.</summary>
public sealed class MemberPageTests : MudTestContext
{
    private const string GetsUser = "IUsersClient.GetAsync";
    private const string SavesRoles = "IOrganizationMembersClient.ReplaceRolesAsync";
    private const string ReadsFactors = "IUsersClient.ListSecondFactorsAsync";

    private readonly MembersHouse _house = new();
    private readonly FakeAuditService _history = new();

    public MemberPageTests()
    {
        Services.AddMembers();
        Services.AddAuditLog();
        _house.Logto.AddTo(Services);
        Services.AddSingleton<IOrganizationEvents>(_house.Events);
        Services.AddSingleton(_house.Rights);
        Services.AddSingleton(Options.Create(_house.Permissions));
        Services.AddSingleton<IMemberService>(_ => _house.Service(User));
        Services.AddSingleton<IPermissionRequestService>(new FakePermissionRequestService());
        Services.AddSingleton<IAuditService>(_history);
        Services.AddSingleton<ISentInvitations>(_house.Invitations);
        Services.AddSingleton<IMembershipTermService>(_ => _house.TermService(User));
        Services.AddSingleton<IFormerMemberService>(_ => _house.FormerService(User));
        User.SignIn(_house.Alice);
    }

    [Fact]
    public void The_page_says_who_it_is_what_they_may_do_and_through_which_role()
    {
        _house.Change(_house.Bob, user => user with { LastSignInAt = Clock.GetUtcNow().AddHours(-2) });
        _house.Joinings.Known[_house.Bob] = new Joining(new DateTimeOffset(2024, 3, 3, 0, 0, 0, TimeSpan.Zero), false);
        _house.Logto.SecondFactors.Add((_house.Bob, "Totp"));
        _house.Invitations.Open = 2;

        var page = Open();

        Assert.Equal("Bob Birch", page.Find("h1").Words());
        Assert.Equal("bob@acme.example", page.Find(".member-head code").Words());
        Assert.Equal("Member", page.Find(".member-roles .list-title").Words());
        Assert.Equal(["See people read:member Member"], page.FindAll(".powers tbody tr:not(.is-missing)").Select(row => row.Words()));
        Assert.Contains("Invite people invite:member Not held. Comes with Administrator and Manager", page.FindAll(".powers tr.is-missing").Select(row => row.Words()));
        page.WaitForAssertion(() => Assert.Equal("Authenticator app", Fact(page, "Second factor")));
        page.WaitForAssertion(() => Assert.Equal("2 open invitations", Fact(page, "Has invited")));
        Assert.Equal("3 Mar 2024", Fact(page, "Joined"));
        Assert.Equal("2 hours ago", Fact(page, "Last sign-in"));
    }

    [Fact]
    public void Second_factors_and_invitations_are_read_again_when_something_happens()
    {
        var page = Open();
        page.WaitForAssertion(() => Assert.Equal("None", Fact(page, "Second factor")));
        page.WaitForAssertion(() => Assert.Equal("None", Fact(page, "Has invited")));

        _house.Logto.SecondFactors.Add((_house.Bob, "Totp"));
        _house.Invitations.Open = 3;
        Services.GetRequiredService<IOrganizationEvents>().Publish(new InvitationsChanged(_house.Acme));

        page.WaitForAssertion(() => Assert.Equal("Authenticator app", Fact(page, "Second factor")));
        page.WaitForAssertion(() => Assert.Equal("3 open invitations", Fact(page, "Has invited")));
        Assert.Contains(page.FindAll(".facts a"), link => link.GetAttribute("href")!.EndsWith($"/people/invitations?status=pending&by={_house.Bob}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_membership_gets_an_end_and_loses_it_again()
    {
        var page = Open();
        page.Button("Set an end").Click();
        Dialogs.Find("input[type=date]").Input("2027-06-30");
        Dialogs.Button("Save").Click();
        page.WaitForAssertion(() => Assert.Contains("Until 30 Jun 2027", Fact(page, "Membership"), StringComparison.Ordinal));

        page.Button("Change the end").Click();
        Dialogs.Button("Lift the end").Click();
        page.WaitForAssertion(() => Assert.StartsWith("No end", Fact(page, "Membership"), StringComparison.Ordinal));
        Assert.Equal(2, _house.Audit.Records.Count(record => record.Action == "member.term.set"));
    }

    [Fact]
    public void What_nobody_recorded_is_said_plainly()
    {
        var page = Open();

        Assert.StartsWith("Not known", Fact(page, "Joined"), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("None", Fact(page, "Second factor")));
        page.WaitForAssertion(() => Assert.Equal("None", Fact(page, "Has invited")));
        page.WaitForAssertion(() => Assert.Contains("Nothing is on record.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Until_the_first_read_ends_there_is_a_skeleton()
    {
        var reading = _house.Logto.Calls.Hold(GetsUser);

        var page = Open();
        Assert.NotEmpty(page.FindAll(".bar-skeleton"));
        Assert.Empty(page.FindAll(".member-roles"));

        reading.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Bob Birch", page.Find("h1").Words()));
    }

    [Fact]
    public void Second_factors_come_behind_the_first_paint_and_fail_alone()
    {
        var reading = _house.Logto.Calls.Hold(ReadsFactors);
        _house.Logto.Calls.Fail(ReadsFactors, FakeLogtoCalls.Outage());

        var page = Open();
        Assert.Equal("Bob Birch", page.Find("h1").Words());
        Assert.NotNull(FactElement(page, "Second factor").QuerySelector("[aria-busy]"));
        reading.SetResult();
        page.WaitForAssertion(() => Assert.Equal("None", Fact(page, "Second factor")));

        var again = Open(_house.Carol);
        again.WaitForAssertion(() => Assert.StartsWith("Cannot be read just now.", Fact(again, "Second factor"), StringComparison.Ordinal));
        FactElement(again, "Second factor").QuerySelector("button")!.Click();
        again.WaitForAssertion(() => Assert.Equal("None", Fact(again, "Second factor")));
    }

    [Fact]
    public void Roles_chosen_in_the_dialog_are_saved_and_can_be_undone()
    {
        var page = Open();
        ChooseManager(page);

        page.WaitForAssertion(() => Assert.Equal(["Manager", "Member"], RolesOn(page)));
        Assert.Equal(["Manager", "Member"], _house.RolesOf(_house.Bob));
        page.WaitForAssertion(() => Assert.Contains("Invite people invite:member Manager", page.FindAll(".powers tbody tr").Select(row => row.Words())));

        Toasts.Button("Undo").Click();
        page.WaitForAssertion(() => Assert.Equal(["Member"], RolesOn(page)));
    }

    [Fact]
    public void What_is_chosen_is_shown_at_once_and_taken_back_with_the_reason()
    {
        var page = Open();
        var saving = _house.Logto.Calls.Hold(SavesRoles);
        _house.Logto.Calls.Fail(SavesRoles, FakeLogtoCalls.Outage());
        ChooseManager(page);
        page.WaitForAssertion(() => Assert.Equal(["Manager", "Member"], RolesOn(page)));
        Assert.Equal(["Member"], _house.RolesOf(_house.Bob));
        saving.SetResult();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".powers[aria-busy]")));

        TakeAway(page, "Manager");
        page.WaitForAssertion(() => Assert.Contains("does not answer", page.Find("[role=alert]").Words(), StringComparison.Ordinal));
        Assert.Equal(["Manager", "Member"], RolesOn(page));
    }

    [Fact]
    public void Somebody_who_was_faster_is_told_and_not_overwritten()
    {
        var page = Open();
        page.Button("Change roles").Click();
        Tick("Manager");
        _house.Logto.FindMember(_house.Acme, _house.Bob)!.Roles.Clear();
        Dialogs.Button("Save roles").Click();

        page.WaitForAssertion(() => Assert.Contains("Somebody else changed this meanwhile", page.Markup, StringComparison.Ordinal));
        Assert.Empty(_house.RolesOf(_house.Bob));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".member-roles")));
    }

    [Fact]
    public void Making_an_administrator_asks_first()
    {
        var page = Open();
        page.Button("Change roles").Click();
        Tick("Administrator");
        Dialogs.Button("Save roles").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Make Bob Birch an administrator of Acme?", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Make administrator").Click();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".member-head .badge"), badge => badge.Words() == "Administrator"));
    }

    [Fact]
    public void Removing_asks_and_leads_back_to_the_members()
    {
        var page = Open();
        page.Button("Remove from Acme").Click();
        Dialogs.Button("Remove member").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/people/members", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.False(_house.IsMember(_house.Bob));
        Assert.DoesNotContain("no longer belongs", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_removed_while_the_page_is_open_is_said_to_be_gone()
    {
        var page = Open();

        _house.Logto.Members.RemoveAll(member => member.User == _house.Bob);
        _house.Events.Publish(new MembersChanged(_house.Acme, _house.Bob));

        page.WaitForAssertion(() => Assert.Equal("Bob Birch no longer belongs to Acme", page.Find("[role=alert] h2").Words()));
        Assert.EndsWith("/people/members", page.Find(".empty-actions a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("bob@acme.example", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_else_changes_appears_without_a_click()
    {
        var page = Open();

        _house.Logto.FindMember(_house.Acme, _house.Bob)!.Roles.Add(_house.Manager);
        _house.Events.Publish(new MembersChanged(_house.Acme, _house.Bob));

        page.WaitForAssertion(() => Assert.Equal(["Manager", "Member"], RolesOn(page)));
    }

    [Fact]
    public void Whoever_lacks_a_permission_reads_which_and_who_can_help()
    {
        User.SignIn(_house.Bob);

        var page = Open(_house.Carol);

        Assert.Contains("Change roles", page.Button("Change roles").GetAttribute("data-tip"), StringComparison.Ordinal);
        Assert.Contains("Remove people", page.Button("Remove from Acme").GetAttribute("data-tip"), StringComparison.Ordinal);
        Assert.Contains("Read the audit log", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("aside h2"), title => title.Words() == "Whom to ask");
        Assert.Contains(page.FindAll("aside bdi"), name => name.Words() == "Ada Admin");
        Assert.Contains(page.FindAll("aside a"), link => link.Words() == "People with the role Administrator");
        Assert.DoesNotContain("Second factor", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Has invited", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, _house.Logto.Calls.CountOf(ReadsFactors));
    }

    [Fact]
    public void Whoever_may_see_nobody_sees_themselves()
    {
        User.SignIn(_house.Carol);

        var page = Open(_house.Carol);

        Assert.Equal("Carol Cedar", page.Find("h1").Words());
        Assert.Contains("You belong to the organization and have no role in it.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("What you may do", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Button("Leave Acme"));
        Assert.Empty(page.FindAll("aside a"));

        Assert.Equal("You cannot see who belongs here", Open(_house.Bob).Find(".empty-title").Words());
    }

    [Fact]
    public void The_last_administrator_reads_why_nothing_can_be_taken_away()
    {
        var page = Open(_house.Alice);

        Assert.Contains("at least one administrator", page.Button("Leave Acme").GetAttribute("aria-description"), StringComparison.Ordinal);
        Assert.Contains("at least one administrator", page.Button("Take away the role Administrator").GetAttribute("aria-description"), StringComparison.Ordinal);
    }

    [Fact]
    public void History_is_shown_and_leads_to_the_log_of_the_person()
    {
        _history.Rows = [new AuditRow(7, Clock.GetUtcNow(), "member.roles.change", _house.Alice.Value, "Alice", "member", _house.Bob.Value, "Bob Birch", """{"roles":["Member"]}""", """{"roles":["Manager"]}""", "done", null, null, null, "h")];

        var page = Open();

        page.WaitForAssertion(() => Assert.Equal("Change roles", page.Find(".timeline b").Words()));
        Assert.Equal(("roles: Member", "roles: Manager"), (page.Find(".timeline .audit-before bdi").Words(), page.Find(".timeline .audit-after bdi").Words()));
        Assert.Equal("Alice", page.Find(".timeline-note bdi").Words());
        Assert.Contains(page.FindAll(".card-actions a"), link => link.GetAttribute("href") == $"/organizations/{_house.Acme}/audit?who={_house.Bob}");
        _history.Rows = [];
        _house.Events.Publish(new AuditRecorded(_house.Acme));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".timeline")));
    }

    [Fact]
    public void History_fails_alone_and_can_be_tried_again()
    {
        _history.Failure = new Unavailable();
        var page = Open();
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".callout")));

        _history.Failure = null;
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Contains("Nothing is on record.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_who_is_no_member_is_not_to_be_found()
    {
        Assert.Equal("We cannot find this page", Open(_house.Logto.AddUser("eve@globex.example", "Eve")).Find(".empty-title").Words());
        Assert.Equal("We cannot find this page", Open(UserId.Parse("nobody123456")).Find(".empty-title").Words());
    }

    [Fact]
    public void When_Logto_does_not_answer_it_can_be_tried_again()
    {
        var page = Open(prepare: () => _house.Logto.Calls.Fail(GetsUser, FakeLogtoCalls.Outage()));

        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Bob Birch", page.Find("h1").Words()));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }

    private static IReadOnlyList<string> RolesOn(IRenderedComponent<MemberPage> page) => [.. page.FindAll(".member-roles .list-title").Select(title => title.Words())];

    private static AngleSharp.Dom.IElement FactElement(IRenderedComponent<MemberPage> page, string name) =>
        Assert.Single(page.FindAll(".facts dt"), term => term.Words() == name).NextElementSibling!;

    private static string Fact(IRenderedComponent<MemberPage> page, string name) => FactElement(page, name).Words();

    private static void TakeAway(IRenderedComponent<MemberPage> page, string role) => page.Button($"Take away the role {role}").Click();

    private void Tick(string role) => Patience.Until(Dialogs, () => Assert.Single(Dialogs.FindAll("label.choice"), label => label.QuerySelector(".choice-name")!.Words() == role)).QuerySelector("input")!.Change(true);

    private void ChooseManager(IRenderedComponent<MemberPage> page)
    {
        page.Button("Change roles").Click();
        Tick("Manager");
        Dialogs.Button("Save roles").Click();
    }

    private IRenderedComponent<MemberPage> Open(UserId? member = null, Action? prepare = null)
    {
        var person = User.Person!;
        var rights = _house.Rights.ReadRecentAsync(_house.Acme, person.Id).GetAwaiter().GetResult().Value;
        var access = new OrganizationAccess(_house.Acme, "Acme", null, _house.RolesOf(person.Id), rights.Permissions);
        _house.Logto.Calls.Clear();
        prepare?.Invoke();
        return Render<MemberPage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).Add(page => page.MemberId, (member ?? _house.Bob).Value).AddCascadingValue(access));
    }
}
