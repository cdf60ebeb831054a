using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class SettingsPageTests : OrganizationPagesContext
{
    private Organization Acme => Logto.Organizations.Single(one => one.Id == House.Acme);

    [Fact]
    public void The_profile_is_changed_and_the_person_is_told()
    {
        var page = Open(House.Alice);

        page.Find("input.input").Input("Acme Corporation");
        page.Find("textarea").Input("");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(("Acme Corporation", null), (Acme.Name, Acme.Description)));
        Toasts.WaitForAssertion(() => Assert.Contains("Saved the profile of Acme Corporation", Toasts.Markup, StringComparison.Ordinal));
        Assert.Empty(page.Find("[role=status]").Words());
    }

    [Fact]
    public void Saving_what_has_not_changed_asks_Logto_for_nothing()
    {
        var page = Open(House.Alice);
        Logto.Calls.Clear();

        page.Find("form").Submit();

        Assert.Equal("Nothing has changed.", page.Find("[role=status]").Words());
        Assert.Empty(Logto.Calls.Made);
    }

    [Fact]
    public void A_name_that_cannot_be_used_is_said_beside_the_field()
    {
        var page = Open(House.Alice);

        page.Find("input.input").Input(" ");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Enter a name.", page.Find(".field-error").Words()));
        Assert.Equal("[aria-invalid=true]", JSInterop.Invocations["orgPortal.focusWithin"][^1].Arguments[1]);
        Assert.Equal("Acme", Acme.Name);
    }

    [Fact]
    public void Whoever_may_not_change_it_reads_why()
    {
        var page = Open(House.Bob);

        Assert.True(page.Find("input.input").HasAttribute("disabled"));
        Assert.Contains("\"Edit the organization", page.Find(".callout").Words(), StringComparison.Ordinal);
        Assert.Equal("true", page.Button("Delete Acme").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void What_somebody_else_saved_meanwhile_is_not_overwritten()
    {
        var page = Open(House.Alice);
        page.Find("input.input").Input("Mine");
        Logto.Organizations[0] = Acme with { Name = "Theirs" };

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed Theirs meanwhile", page.Find(".callout").Words(), StringComparison.Ordinal));
        Assert.Equal("Mine", page.Find("input.input").GetAttribute("value"));
        Assert.Equal("Theirs", Acme.Name);

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Mine", Acme.Name));
        Assert.Empty(page.FindAll(".callout"));
    }

    [Fact]
    public void A_change_by_somebody_else_appears_without_a_click()
    {
        var page = Open(House.Alice);
        Logto.Organizations[0] = Acme with { Name = "Theirs" };

        House.Events.Publish(new OrganizationChanged(House.Acme));

        page.WaitForAssertion(() => Assert.Equal("Theirs", page.Find("input.input").GetAttribute("value")));
    }

    [Fact]
    public void A_change_by_somebody_else_does_not_take_away_what_is_being_typed()
    {
        var page = Open(House.Alice);
        page.Find("input.input").Input("Mine");
        Logto.Organizations[0] = Acme with { Name = "Theirs" };

        House.Events.Publish(new OrganizationChanged(House.Acme));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".callout")));
        Assert.Equal("Mine", page.Find("input.input").GetAttribute("value"));

        page.Button("Show theirs").Click();
        page.WaitForAssertion(() => Assert.Equal("Theirs", page.Find("input.input").GetAttribute("value")));
    }

    [Fact]
    public void Deleting_names_what_it_takes_with_it_and_needs_the_name()
    {
        Logto.AddInvitation(House.Acme, "erin@example.com");
        var page = Open(House.Alice);

        page.Button("Delete Acme").Click();

        page.WaitForAssertion(() => Assert.Equal(["2 people lose access, you among them", "1 open invitation stops working", "Everybody keeps their account"], page.FindAll(".danger-details li").Select(line => line.Words())));
        Assert.True(page.Button("Delete Acme").HasAttribute("disabled"));

        page.Find(".danger-details input").Input("Acme");
        page.Button("Delete Acme").Click();

        page.WaitForAssertion(() => Assert.Equal("/", Path));
        Assert.Empty(House.Named("Acme"));
        Toasts.WaitForAssertion(() => Assert.Contains("Deleted Acme", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_deletion_that_fails_says_so_where_it_was_asked()
    {
        Logto.Calls.Fail("IOrganizationsClient.DeleteAsync", FakeLogtoCalls.Outage());
        var page = Open(House.Alice);
        page.Button("Delete Acme").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".danger-details input")));

        page.Find(".danger-details input").Input("Acme");
        page.Button("Delete Acme").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".danger-details [role=alert]")));
        Assert.Single(House.Named("Acme"));
    }

    [Fact]
    public void Deleting_can_be_thought_better_of()
    {
        var page = Open(House.Alice);
        page.Button("Delete Acme").Click();

        page.Button("Cancel").Click();

        Assert.Empty(page.FindAll(".danger-details"));
        Assert.Single(House.Named("Acme"));
    }

    [Fact]
    public void With_an_old_sign_in_deleting_first_asks_who_it_is_and_comes_back_to_the_same_place()
    {
        var page = Open(House.Alice);
        Clock.Advance(TimeSpan.FromMinutes(11));

        page.Button("Delete Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Confirm that it is you", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".danger-details"));
        Dialogs.Button("Sign in again").Click();

        page.WaitForAssertion(() => Assert.Equal("/sign-in", Path));
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        Assert.Equal(("login", "600", "alice@acme.example", $"/organizations/{House.Acme}/settings?act=delete"), (asked["prompt"].ToString(), asked["max_age"].ToString(), asked["login_hint"].ToString(), asked["returnUrl"].ToString()));
        Assert.Single(House.Named("Acme"));
    }

    [Fact]
    public void Coming_back_brings_the_act_up_again_and_does_nothing()
    {
        var page = Open(House.Alice, "?act=delete");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".danger-details input")));
        Assert.Single(House.Named("Acme"));

        page.Button("Cancel").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".danger-details")));
        Assert.Empty(new Uri(Navigation.Uri).Query);
    }

    [Theory]
    [InlineData("?act=delete", "Delete the organization")]
    [InlineData("?act=hand-over", "Change")]
    public void Whoever_comes_back_without_the_right_reads_why_and_is_asked_nothing(string query, string permission)
    {
        var page = Open(House.Bob, query);

        Assert.Contains(page.FindAll(".callout"), callout => callout.Words().Contains(permission, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.FindAll(".danger-details"));
        Assert.DoesNotContain("Confirm that it is you", Dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Bob_is_chosen_and_takes_over()
    {
        var page = Open(House.Alice, "?act=hand-over");
        page.WaitForAssertion(() => Assert.Contains("Bob Brown", page.Find(".danger-details").Words(), StringComparison.Ordinal));
        Assert.DoesNotContain("Alice", page.Find(".danger-details").Words(), StringComparison.Ordinal);

        page.Find(".danger-details input[type=radio]").Change(true);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".danger-details li"), line => line.Words().StartsWith("Bob Brown becomes its administrator, with the role admin:", StringComparison.Ordinal)));
        Assert.Contains(page.FindAll(".danger-details .choice-name"), choice => choice.Words() == "Stay as member");
        page.Find(".danger-details .field-narrow input").Input("Acme");
        page.Button("Hand over Acme to Bob Brown").Click();

        page.WaitForAssertion(() => Assert.Equal(["admin", "member"], Logto.RoleNamesOf(House.Acme, House.Bob)));
        Toasts.WaitForAssertion(() => Assert.Contains("Handed over Acme to Bob Brown", Toasts.Markup, StringComparison.Ordinal));
        Assert.Empty(Logto.RoleNamesOf(House.Acme, House.Alice));
    }

    [Fact]
    public void Whoever_is_no_administrator_reads_what_handing_over_takes_and_who_can_help()
    {
        var page = Open(House.Bob);

        page.Button("Hand over Acme").Click();

        Assert.Contains("needs the permission", page.Button("Hand over Acme").GetAttribute("data-tip"), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Alice Adams", page.Find(".why-not-people").Words(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".danger-details"));
    }

    [Fact]
    public void Leaving_asks_and_leads_home()
    {
        var page = Open(House.Bob);

        page.Button("Leave Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.Buttons("Leave Acme")));
        Dialogs.Button("Leave Acme").Click();

        page.WaitForAssertion(() => Assert.Equal("/", Path));
        Assert.Null(Logto.FindMember(House.Acme, House.Bob));
    }

    [Fact]
    public void The_last_administrator_cannot_leave()
    {
        var page = Open(House.Alice);

        page.Button("Leave Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.Buttons("Leave Acme")));
        Dialogs.Button("Leave Acme").Click();

        Toasts.WaitForAssertion(() => Assert.NotEmpty(Toasts.FindAll(".toast")));
        Assert.NotNull(Logto.FindMember(House.Acme, House.Alice));
    }

    [Theory]
    [InlineData("..%2Fusers")]
    [InlineData("nosuchone123")]
    public void An_organization_that_is_none_shows_nothing_of_any(string id)
    {
        House.SignIn(House.Alice);

        var page = Render<SettingsPage>(parameters => parameters.Add(settings => settings.OrganizationId, id));

        Assert.Empty(page.FindAll("form"));
        Assert.NotEmpty(page.FindAll(".callout"));
    }

    [Fact]
    public void A_draft_on_top_of_another_profile_is_restored_and_says_so()
    {
        JSInterop.Setup<string>("orgPortal.drafts.read", call => (string)call.Arguments[1]! == $"{House.Acme}:profile")
            .SetResult("""{"name":"Acme Corporation","description":"","seenName":"Acme before","seenDescription":null}""");

        var page = Open(House.Alice);

        page.WaitForAssertion(() => Assert.Equal("Acme Corporation", page.Find("input.input").GetAttribute("value")));
        Assert.Contains("Somebody else has changed Acme meanwhile", page.Find(".callout").Words(), StringComparison.Ordinal);
        page.Button("Discard").Click();
        page.WaitForAssertion(() => Assert.Equal("Acme", page.Find("input.input").GetAttribute("value")));
        Assert.Empty(page.FindAll(".callout"));
    }

    private IRenderedComponent<SettingsPage> Open(UserId somebody, string query = "")
    {
        House.SignIn(somebody);
        Navigation.NavigateTo($"/organizations/{House.Acme}/settings{query}");
        return Render<SettingsPage>(parameters => parameters.Add(page => page.OrganizationId, House.Acme.Value).AddCascadingValue(AccessOf(somebody)));
    }
}
