using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class HomePageTests : OrganizationPagesContext
{
    [Fact]
    public void My_organizations_stand_there_with_my_roles()
    {
        Logto.AddMember(House.Globex, House.Alice);
        var home = Open(House.Alice);

        Assert.Equal(["Acme", "Globex"], home.FindAll("bdi.list-title").Select(name => name.Words()));
        Assert.Equal(["admin", "No role"], home.FindAll(".badges").Select(roles => roles.Words()));
        Assert.Equal($"/organizations/{House.Acme}", home.Find("a.list-link").GetAttribute("href"));
    }

    [Fact]
    public void Whoever_has_exactly_one_goes_straight_in()
    {
        Open(House.Alice);

        Assert.Equal($"/organizations/{House.Acme}", Path);
    }

    [Fact]
    public void Whoever_has_one_and_is_invited_to_another_chooses()
    {
        Logto.AddInvitation(House.Globex, "alice@acme.example");

        var home = Open(House.Alice);

        Assert.Equal("/", Path);
        Assert.Equal(["Globex", "Acme"], home.FindAll(".list-title").Select(name => name.Words()));
    }

    [Fact]
    public void Whoever_has_none_may_create_one_or_ask_to_be_invited()
    {
        var home = Open(House.Dave);

        Assert.Equal("You belong to no organization yet", home.Find(".empty-title").Words());
        Assert.Contains("dave@example.com", home.Find(".empty-state p").Words(), StringComparison.Ordinal);
        Assert.Equal("/organizations/new", home.Find(".empty-state a").GetAttribute("href"));
    }

    [Fact]
    public void While_creating_is_suspended_there_is_no_button_and_the_operators_sentence_instead()
    {
        using (var context = House.Store.CreateDbContext())
        {
            context.Add(new CreationSuspension { Sentence = "We are moving until Monday.", SuspendedAt = Clock.GetUtcNow(), SuspendedById = "olga", SuspendedByName = "Olga" });
            context.SaveChanges();
        }

        var home = Open(House.Dave);

        Assert.Equal("We are moving until Monday.", home.Find(".callout p").Words());
        Assert.Empty(home.FindAll("a[href='/organizations/new']"));
    }

    [Fact]
    public void Where_addresses_are_verified_an_invitation_is_accepted_here()
    {
        Logto.VerifiesAddresses = true;
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);
        var home = Open(House.Dave);
        Assert.Contains("Invited by Alice Adams as member", home.Find(".list-note").Words(), StringComparison.Ordinal);

        home.Button("Accept the invitation to Acme").Click();

        home.WaitForAssertion(() => Assert.Equal($"/organizations/{House.Acme}", Path));
        Assert.Equal(["member"], Logto.RoleNamesOf(House.Acme, House.Dave));
    }

    [Fact]
    public void Where_addresses_are_verified_an_invitation_is_declined_here_after_a_question()
    {
        Logto.VerifiesAddresses = true;
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);
        var home = Open(House.Dave);

        home.Button("Decline the invitation to Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.Buttons("Decline")));
        Assert.Equal("280", Dialogs.Find("textarea").GetAttribute("maxlength"));
        Dialogs.Find("textarea").Input("On leave until May");
        Dialogs.Button("Decline").Click();

        home.WaitForAssertion(() => Assert.Equal("You belong to no organization yet", home.Find(".empty-title").Words()));
        Assert.Null(Logto.FindMember(House.Acme, House.Dave));
    }

    [Fact]
    public void Where_addresses_are_not_verified_the_link_in_the_mail_is_needed()
    {
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);

        var home = Open(House.Dave);

        Assert.Contains("Open the link in your mail", home.Find("ul").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Alice", home.Markup, StringComparison.Ordinal);
        Assert.Empty(home.FindAll("ul button"));
    }

    [Fact]
    public void An_invitation_that_ended_meanwhile_disappears()
    {
        Logto.VerifiesAddresses = true;
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);
        var home = Open(House.Dave);
        Logto.Invitations.Clear();

        home.Button("Accept the invitation to Acme").Click();

        home.WaitForAssertion(() => Assert.Empty(home.FindAll("ul")));
        Toasts.WaitForAssertion(() => Assert.NotEmpty(Toasts.FindAll(".toast")));
    }

    [Fact]
    public void An_organization_that_takes_me_in_appears_without_a_click()
    {
        var home = Open(House.Dave);
        Logto.AddMember(House.Globex, House.Dave, House.Member);

        House.Events.Publish(new MembersChanged(House.Globex, House.Dave));

        home.WaitForAssertion(() => Assert.Equal("Globex", home.Find("bdi.list-title").Words()));
        Assert.Equal("/", Path);
    }

    [Fact]
    public void A_long_list_can_be_searched()
    {
        for (var i = 1; i <= 9; i++)
        {
            Logto.AddMember(Logto.AddOrganization($"Company {i}"), House.Dave, House.Member);
        }

        var home = Open(House.Dave);
        home.Find("input[type=search]").Input("company 7");
        Clock.Advance(TimeSpan.FromSeconds(1));

        home.WaitForAssertion(() => Assert.Equal(["Company 7"], home.FindAll("bdi.list-title").Select(name => name.Words())));
    }

    [Fact]
    public void When_Logto_does_not_answer_trying_again_helps()
    {
        Logto.Calls.Fail("IUsersClient.ListOrganizationsAsync", FakeLogtoCalls.Outage());
        var home = Open(House.Dave);
        Assert.NotEmpty(home.FindAll(".callout"));

        home.Button("Try again").Click();

        home.WaitForAssertion(() => Assert.Equal("You belong to no organization yet", home.Find(".empty-title").Words()));
    }

    private IRenderedComponent<HomePage> Open(OrgPortal.Web.Logto.UserId somebody)
    {
        House.SignIn(somebody);
        return Render<HomePage>();
    }
}
