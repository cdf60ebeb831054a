using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

public sealed class RemovalUndoTests : MembersPageContext
{
    [Fact]
    public void Undo_makes_a_member_again_of_whoever_was_removed()
    {
        var page = Open();
        Remove(page, "Bob Birch");
        page.WaitForAssertion(() => Assert.False(House.IsMember(House.Bob)));

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Bob Birch is a member again, as Member", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
        page.WaitForAssertion(() => Assert.Contains("Bob Birch", Names(page)));
    }

    [Fact]
    public void Undo_that_cannot_be_says_why()
    {
        var page = Open();
        Remove(page, "Bob Birch");
        Toasts.Button("Undo");
        House.Logto.Users.RemoveAll(user => user.Id == House.Bob);

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("The account does not exist any more", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Undo_restores_the_invitations_that_were_revoked_with_the_removal()
    {
        (House.Invitations.Open, House.Invitations.Revoked) = (2, [InvitationId.Parse("one", null), InvitationId.Parse("two", null)]);
        var page = Open();
        RemoveAndRevoke(page);

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Bob Birch is a member again, as Member", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["one", "two"], House.Invitations.Restored.Select(invitation => invitation.Value));
    }

    [Fact]
    public void Invitations_that_cannot_be_restored_are_counted()
    {
        (House.Invitations.Open, House.Invitations.Revoked) = (2, [InvitationId.Parse("one", null), InvitationId.Parse("two", null)]);
        var page = Open();
        RemoveAndRevoke(page);
        House.Invitations.Stubborn = 1;

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("1 of their invitations could not be restored", Toasts.Markup, StringComparison.Ordinal));
        Assert.True(House.IsMember(House.Bob));
    }

    [Fact]
    public void Who_cannot_come_back_gets_no_invitations_back()
    {
        (House.Invitations.Open, House.Invitations.Revoked) = (1, [InvitationId.Parse("one", null)]);
        var page = Open();
        RemoveAndRevoke(page);
        House.Logto.Users.RemoveAll(user => user.Id == House.Bob);

        Toasts.Button("Undo").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("The account does not exist any more", Toasts.Markup, StringComparison.Ordinal));
        Assert.Empty(House.Invitations.Restored);
    }

    [Fact]
    public void Open_invitations_are_taken_over_unless_one_says_otherwise()
    {
        House.Invitations.Open = 2;
        var page = Open();
        OpenActions(page, "Bob Birch");
        page.MenuItem("Remove from Acme").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("They have sent 2 invitations that are still open.", Dialogs.FindAll(".bullets li").Select(line => line.Words())));
        Assert.Equal("Take them over", Dialogs.Find(".choice.is-chosen .choice-name").Words());
        Dialogs.Button("Remove member").Click();

        page.WaitForAssertion(() => Assert.Equal((SentInvitationsFate.TakeOver, House.Bob), Assert.Single(House.Invitations.Handled)));
    }

    [Fact]
    public void Open_invitations_are_revoked_when_one_says_so()
    {
        House.Invitations.Open = 1;
        var page = Open();
        OpenActions(page, "Bob Birch");
        page.MenuItem("Remove from Acme").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(2, Dialogs.FindAll(".choice").Count));
        Dialogs.FindAll(".choice input")[1].Change(true);
        Dialogs.Button("Remove member").Click();

        page.WaitForAssertion(() => Assert.Equal((SentInvitationsFate.Revoke, House.Bob), Assert.Single(House.Invitations.Handled)));
    }

    private void RemoveAndRevoke(IRenderedComponent<MembersPage> page)
    {
        OpenActions(page, "Bob Birch");
        page.MenuItem("Remove from Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(2, Dialogs.FindAll(".choice").Count));
        Dialogs.FindAll(".choice input")[1].Change(true);
        Dialogs.Button("Remove member").Click();
        page.WaitForAssertion(() => Assert.False(House.IsMember(House.Bob)));
        Toasts.Button("Undo");
    }

    [Fact]
    public void Invitations_that_could_not_be_dealt_with_are_told()
    {
        (House.Invitations.Open, House.Invitations.Stubborn) = (3, 2);
        var page = Open();

        Remove(page, "Bob Birch");

        Toasts.WaitForAssertion(() => Assert.Contains("2 of their open invitations could not be taken care of", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_administrator_is_told_before_anything_is_asked()
    {
        LookAs(House.AddMember("Mona", House.Admin));
        var page = Open();
        House.Logto.FindMember(House.Acme, User.Person!.Id)!.Roles.Clear();
        House.Logto.AddMember(House.Acme, User.Person.Id, House.Logto.AddRole("Everything but", "read:member", "invite:member", "manage:member", "delete:member", "manage:organization", "manage:security", "manage:application", "read:audit"));

        OpenActions(page, "Alice Arbor");
        page.MenuItem("Remove from Acme").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".row-detail")));
        Assert.Empty(Dialogs.FindAll(".bullets"));
    }

    [Fact]
    public async Task The_page_of_former_members_gives_somebody_back()
    {
        await House.As(House.Alice).RemoveAsync(House.Acme, House.Bob);
        await House.As(House.Carol).LeaveAsync(House.Acme);
        var page = Render<FormerMembersPage>(parameters => parameters
            .Add(former => former.OrganizationId, House.Acme.Value)
            .AddCascadingValue(new OrganizationAccess(House.Acme, "Acme", null, [], [.. OrgPortal.Web.Authorization.OrganizationPermissions.All.Select(permission => permission.Key)])));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Left by themselves", page.Markup, StringComparison.Ordinal);
        page.Button("Reinstate Bob Birch").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal(["Member"], House.RolesOf(House.Bob));
        Toasts.WaitForAssertion(() => Assert.Contains("Bob Birch is a member again", Toasts.Markup, StringComparison.Ordinal));
    }

    private void Remove(IRenderedComponent<MembersPage> page, string name)
    {
        OpenActions(page, name);
        page.MenuItem("Remove from Acme").Click();
        Dialogs.Button("Remove member").Click();
    }
}
