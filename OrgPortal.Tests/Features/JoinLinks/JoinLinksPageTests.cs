using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.JoinLinks;

namespace OrgPortal.Tests.Features.JoinLinks;

public sealed class JoinLinksPageTests : InvitationPagesContext
{
    public JoinLinksPageTests()
    {
        Services.AddSingleton(Bed.Links);
        Services.AddSingleton(Bed.Joining);
    }

    [Fact]
    public async Task A_link_made_by_somebody_else_appears_without_a_click()
    {
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("No join links yet", page.Markup, StringComparison.Ordinal));

        await Bed.MakeLinkAsync(most: 10);

        page.WaitForAssertion(() => Assert.Equal("Interns", page.Find(".person-name").Words()));
        Assert.Contains("0 of 10", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Anybody with the link", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_switched_off_and_on_in_its_row()
    {
        await Bed.MakeLinkAsync();
        var page = Open();

        page.Button("Actions for Interns").Click();
        page.MenuItem("Switch off").Click();

        page.WaitForAssertion(() => Assert.Equal("Off", page.Find(".pill").Words()));
        Assert.False(Assert.Single(Bed.StoredLinks()).IsOn);
        page.Button("Actions for Interns").Click();
        page.MenuItem("Switch on").Click();
        page.WaitForAssertion(() => Assert.Equal("On", page.Find(".pill").Words()));
    }

    [Fact]
    public async Task A_link_that_nobody_vouches_for_says_why_and_how_it_works_again()
    {
        Bed.SignIn(Bed.Ina);
        await Bed.MakeLinkAsync();
        Bed.Logto.FindMember(Bed.Acme, Bed.Ina)!.Roles.Clear();
        Bed.SignIn(Bed.Alice);
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("Ina Inviter made this link and may no longer invite with its role", page.Markup, StringComparison.Ordinal));

        page.Button("Actions for Interns").Click();
        page.MenuItem("Vouch for it").Click();

        page.WaitForAssertion(() => Assert.Equal("On", page.Find(".pill").Words()));
        Assert.Empty(page.FindAll(".callout.tone-warning"));
    }

    [Fact]
    public void What_was_typed_for_a_link_comes_back_with_the_roles_there_still_are()
    {
        User.SignIn(Bed.Alice);
        JSInterop.Setup<string>("orgPortal.drafts.read", call => (string)call.Arguments[1]! == $"{Bed.Acme}:join-link")
            .SetResult("""{"name":"Interns","domains":"","limit":"many","roles":["gone"],"expiresInDays":3}""");
        var page = Open();

        page.Buttons("New join link")[0].Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Interns", Dialogs.Find("input").GetAttribute("value")));
        Dialogs.WaitForAssertion(() => Assert.False(Dialogs.Button("Make the link").HasAttribute("disabled")));
        Dialogs.Button("Make the link").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".field-error")));
        Assert.Empty(JSInterop.Invocations["orgPortal.drafts.drop"]);
        Dialogs.FindAll("input.input")[^1].Input("5");
        Dialogs.Button("Make the link").Click();

        Dialogs.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["orgPortal.drafts.drop"]));
        Assert.Equal(("Interns", 5), (Assert.Single(Bed.StoredLinks()).Name, Bed.StoredLinks()[0].MaxUses));
    }

    [Fact]
    public async Task What_was_typed_into_a_link_comes_back_on_top_of_the_version_it_was_typed_on()
    {
        User.SignIn(Bed.Alice);
        await Bed.MakeLinkAsync();
        var page = Open();
        OpenChange();
        Dialogs.Find("input").Input("Summer interns");
        Dialogs.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["orgPortal.drafts.keep"]));
        var kept = JSInterop.Invocations["orgPortal.drafts.keep"].Single();
        JSInterop.Setup<string>("orgPortal.drafts.read", call => Equals(call.Arguments[1], kept.Arguments[1])).SetResult((string)kept.Arguments[2]!);
        Dialogs.Button("Close").Click();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("input")));
        OpenChange();

        Dialogs.WaitForAssertion(() => Assert.Equal("Summer interns", Dialogs.Find("input").GetAttribute("value")));
        Dialogs.Button("Discard").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Interns", Dialogs.Find("input").GetAttribute("value")));

        void OpenChange()
        {
            page.WaitForAssertion(() => Assert.NotEmpty(page.Buttons("Actions for Interns")));
            page.Button("Actions for Interns").Click();
            page.MenuItem("Change link").Click();
            Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("input")));
        }
    }

    [Fact]
    public void A_new_link_is_made_in_a_dialog_and_shown_this_once()
    {
        var page = Open();
        page.Buttons("New join link")[0].Click();
        Dialogs.WaitForAssertion(() => Assert.False(Dialogs.Button("Make the link").HasAttribute("disabled")));

        Dialogs.Button("Make the link").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("This is needed.", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Find("input").Input("Interns");
        Dialogs.Button("Make the link").Click();

        Dialogs.WaitForAssertion(() => Assert.StartsWith("https://portal.example/join/", Dialogs.Find(".copyable code").TextContent, StringComparison.Ordinal));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.Buttons("Make the link")));
        Dialogs.Button("Done").Click();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".copyable")));
        Assert.Equal("Interns", Assert.Single(Bed.StoredLinks()).Name);
    }

    [Fact]
    public async Task A_link_is_changed_in_place()
    {
        await Bed.MakeLinkAsync(most: 10);
        var page = Open();

        page.Button("Actions for Interns").Click();
        page.MenuItem("Change link").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Interns", Dialogs.Find("input").GetAttribute("value")));
        Dialogs.Find("input").Input("Trainees");
        Dialogs.Find("input[inputmode=numeric]").Input("0");
        Dialogs.Button("Save changes").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".field-error")));
        Dialogs.Find("input[inputmode=numeric]").Input("");
        Dialogs.Button("Save changes").Click();

        page.WaitForAssertion(() => Assert.Equal("Trainees", page.Find(".person-name").Words()));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.Buttons("Save changes")));
        Assert.Equal(("Trainees", (int?)null), (Assert.Single(Bed.StoredLinks()).Name, Bed.StoredLinks()[0].MaxUses));
        Toasts.WaitForAssertion(() => Assert.Contains("Changed Trainees", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_changes_a_link_that_somebody_else_changes_is_told_before_saving()
    {
        await Bed.MakeLinkAsync();
        var page = Open();
        page.Button("Actions for Interns").Click();
        page.MenuItem("Change link").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Interns", Dialogs.Find("input").GetAttribute("value")));
        Dialogs.Find("input").Input("Mine");

        var link = Assert.Single(Bed.StoredLinks());
        await Bed.Links.ChangeAsync(Bed.Acme, link.Id, new JoinLinkEdit("Theirs", [Bed.Member], []), link.Version());

        Dialogs.WaitForAssertion(() => Assert.Contains("Somebody else has changed this link meanwhile", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal("Mine", Dialogs.Find("input").GetAttribute("value"));
        Dialogs.Button("Save changes").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Somebody else changed this meanwhile", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Show theirs").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Theirs", Dialogs.Find("input").GetAttribute("value")));
        Assert.Equal("Theirs", Assert.Single(Bed.StoredLinks()).Name);
    }

    [Fact]
    public async Task Who_joined_is_shown()
    {
        var token = await Bed.MakeLinkAsync();
        Bed.SignIn(Bed.Dave);
        await Bed.Joining.JoinAsync(token);
        Bed.SignIn(Bed.Alice);
        var page = Open();

        page.Button("Actions for Interns").Click();
        page.MenuItem("Who joined").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal($"/organizations/{Bed.Acme}/people/members/{Bed.Dave}", Dialogs.Find(".list-title a").GetAttribute("href")));
        Dialogs.Button("Done").Click();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".list-title a")));
    }

    [Fact]
    public void Without_the_right_one_is_told_whom_to_ask()
    {
        Bed.SignIn(Bed.Bob);

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("You cannot see the join links", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.Buttons("New join link"));
    }

    private IRenderedComponent<JoinLinksPage> Open() => Render<JoinLinksPage>(parameters => parameters.Add(page => page.OrganizationId, Bed.Acme.Value));
}
