using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Invitations;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InviteDialogTests : InvitationPagesContext
{
    [Fact]
    public void The_least_role_is_chosen_and_what_is_above_oneself_is_locked_with_a_reason()
    {
        Bed.SignIn(Bed.Ina);
        Open();

        Dialogs.WaitForAssertion(() => Assert.Equal("member", Dialogs.Find(".select").Words()));
        Dialogs.Find(".select").Click();

        var admin = Dialogs.MenuItem("admin");
        Assert.Equal("true", admin.GetAttribute("aria-disabled"));
        Assert.Contains("Can do more than you can", admin.TextContent, StringComparison.Ordinal);
        Dialogs.WaitForAssertion(() => Assert.Null(Dialogs.MenuItem("inviting").GetAttribute("aria-disabled")));
        Assert.DoesNotContain("service", Dialogs.Find("[role=menu]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_administrator_may_do_is_told_before_sending()
    {
        Open();
        Dialogs.Find(".select").Click();
        Dialogs.MenuItem("admin").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Delete the organization", Dialogs.Find(".callout").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Several_roles_a_note_and_the_language_go_with_every_invitation()
    {
        Open();
        Enter(Dialogs, "dave@example.com");
        Dialogs.Find(".select").Click();
        Dialogs.MenuItem("Choose several roles…").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(3, Dialogs.FindAll(".choice").Count));
        Dialogs.FindAll(".choice").Single(choice => choice.TextContent.Contains("inviting", StringComparison.Ordinal)).QuerySelector("input")!.Change(true);
        Dialogs.FindAll("textarea")[^1].Input("Welcome");
        Dialogs.FindAll(".select")[^1].Click();
        Dialogs.MenuItem("简体中文").Click();

        Dialogs.Button("Send invitation").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(("zh-CN", "Welcome"), (Assert.Single(Bed.Logto.Messages).Message.Locale, Bed.Logto.Messages[0].Message.Note)));
        Assert.Equal(new[] { Bed.Member, Bed.Inviting }.ToHashSet(), Bed.Logto.Invitations[0].OrganizationRoles.Select(role => role.Id).ToHashSet());
    }

    [Fact]
    public void Without_an_email_connector_it_is_said_before_and_everybody_gets_a_link()
    {
        Bed.Logto.HasEmailConnector = false;
        Open();
        Dialogs.WaitForAssertion(() => Assert.Contains("No mail will go out", Dialogs.Find(".callout").TextContent, StringComparison.Ordinal));
        Enter(Dialogs, "dave@example.com");
        Dialogs.Button("Create invitation").Click();

        Dialogs.Button("Copy link for dave@example.com").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("https://portal.example/invitation/", Dialogs.Find(".list").InnerHtml, StringComparison.Ordinal));
        Assert.Empty(Dialogs.Buttons("Copy link for dave@example.com"));
    }

    [Fact]
    public void A_member_is_said_before_sending_and_left_out()
    {
        Open();

        Enter(Dialogs, "Bob@Acme.example erin@example.com");

        Dialogs.WaitForAssertion(() => Assert.Contains("is a member already", Dialogs.Find(".chip-reason").TextContent, StringComparison.Ordinal));
        Dialogs.Button("Send invitation").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(["erin@example.com"], Bed.Logto.Messages.Select(message => message.To)));
    }

    [Fact]
    public void A_paste_of_hundreds_is_sent_in_parts_and_each_has_its_result()
    {
        var closed = Open();
        Enter(Dialogs, string.Join('\n', Enumerable.Range(0, 250).Select(number => $"Person {number} <p{number}@example.com>")));

        Dialogs.Button("Send 250 invitations").Click();

        Dialogs.WaitForAssertion(() => Assert.True(closed.IsCompletedSuccessfully));
        Assert.Equal(250, Bed.Logto.Messages.Count);
    }

    [Fact]
    public void When_the_right_is_lost_in_the_middle_the_rest_stays_entered()
    {
        Open();
        Enter(Dialogs, string.Join(' ', Enumerable.Range(0, 150).Select(number => $"p{number}@example.com")));
        using var losing = Bed.Events.SubscribeToAll(_ => Bed.Logto.Members.Single(member => member.User == Bed.Alice).Roles.Clear());

        Dialogs.Button("Send 150 invitations").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("100 invitations sent", Dialogs.Find("h2").Words(), StringComparison.Ordinal));
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("[role=alert]")));
        Dialogs.Button("Back to the form").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(50, Dialogs.FindAll(".chip-text").Count));
    }

    [Fact]
    public void A_note_with_a_link_says_so_at_the_field()
    {
        Open();
        Enter(Dialogs, "dave@example.com");
        Dialogs.FindAll("textarea")[^1].Input("https://evil.example");

        Dialogs.Button("Send invitation").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Leave out addresses of web pages", Dialogs.Find(".field-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void When_everybody_has_a_mail_the_dialog_closes_and_says_so()
    {
        var closed = Open();
        Enter(Dialogs, "dave@example.com erin@example.com");

        Dialogs.Button("Send 2 invitations").Click();

        Dialogs.WaitForAssertion(() => Assert.True(closed.IsCompletedSuccessfully));
        Toasts.WaitForAssertion(() => Assert.Equal("Sent 2 invitations", Toasts.Find(".toast-text").TextContent));
        Assert.Equal(["dave@example.com", "erin@example.com"], Bed.Logto.Messages.Select(message => message.To).Order());
        Assert.All(Bed.Logto.Invitations, invitation => Assert.Equal(Bed.Member, Assert.Single(invitation.OrganizationRoles).Id));
    }

    [Fact]
    public void Nothing_can_be_sent_before_there_is_an_address_that_can_be_used()
    {
        Open();
        Dialogs.WaitForAssertion(() => Assert.True(Dialogs.Button("Send invitations").HasAttribute("disabled")));

        Enter(Dialogs, "kenji@acme");
        Dialogs.WaitForAssertion(() => Assert.True(Dialogs.Button("Send invitations").HasAttribute("disabled")));

        Enter(Dialogs, "dave@example.com");
        Dialogs.WaitForAssertion(() => Assert.False(Dialogs.Button("Send invitation").HasAttribute("disabled")));
    }

    [Fact]
    public void Each_address_gets_its_result_and_what_was_not_sent_stays_in_the_form()
    {
        Open();
        Enter(Dialogs, "dave@example.com late@acme.example kenji@acme 李@example.com");
        Dialogs.WaitForAssertion(() => Assert.Equal(4, Dialogs.FindAll(".chip-text").Count));
        Bed.Logto.AddMember(Bed.Acme, Bed.Logto.AddUser("late@acme.example"), Bed.Member);

        Dialogs.Button("Send 2 invitations").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("1 of 2 invitations sent", Dialogs.Find("h2").Words()));
        Dialogs.WaitForAssertion(() => Assert.Equal("Already a member", PillOf("late@acme.example")));
        Dialogs.WaitForAssertion(() => Assert.Equal("Sent", PillOf("dave@example.com")));
        Dialogs.WaitForAssertion(() => Assert.Contains("kenji@acme", Dialogs.Find(".callout").TextContent, StringComparison.Ordinal));
        Dialogs.Button("Back to the form").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(["kenji@acme", "李@example.com"], Dialogs.FindAll(".chip-text").Select(chip => chip.TextContent)));
        Assert.Single(Bed.Logto.Invitations);
    }

    [Fact]
    public void Whoever_is_invited_already_is_said_before_sending_and_left_out()
    {
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Alice);
        Open();

        Enter(Dialogs, "Dave@Example.com erin@example.com");

        Dialogs.WaitForAssertion(() => Assert.Contains("has an open invitation already", Dialogs.Find(".chip-reason").TextContent, StringComparison.Ordinal));
        Dialogs.Button("Send invitation").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(["erin@example.com"], Bed.Logto.Messages.Select(message => message.To)));
    }

    [Fact]
    public void What_failed_can_be_tried_again_and_nothing_is_sent_twice()
    {
        Open();
        Enter(Dialogs, "dave@example.com erin@example.com");
        Bed.Logto.Calls.Fail(Creates, FakeLogtoCalls.Outage());
        Dialogs.Button("Send 2 invitations").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Not sent", PillOf("dave@example.com")));

        Dialogs.Button("Try again for dave@example.com").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Sent", PillOf("dave@example.com")));
        Dialogs.WaitForAssertion(() => Assert.Equal("2 invitations sent", Dialogs.Find("h2").Words()));
        Assert.Empty(Dialogs.Buttons("Back to the form"));
        Assert.Equal(2, Bed.Logto.Invitations.Count);
        Assert.Equal(2, Bed.Logto.Messages.Count);
    }

    [Fact]
    public void All_that_failed_can_be_tried_again_at_once()
    {
        Open();
        Enter(Dialogs, "dave@example.com erin@example.com");
        Bed.Logto.HasEmailConnector = false;
        Dialogs.Button("Send 2 invitations").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Not delivered", PillOf("dave@example.com")));
        Bed.Logto.HasEmailConnector = true;

        Dialogs.Button("Try 2 again").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(["Sent", "Sent"], Dialogs.FindAll(".list .pill").Select(pill => pill.Words())));
        Assert.Equal(2, Bed.Logto.Invitations.Count);
    }

    [Fact]
    public void Somebody_invited_meanwhile_can_be_mailed_again()
    {
        Open();
        Enter(Dialogs, "dave@example.com erin@example.com");
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Ina);
        Dialogs.Button("Send 2 invitations").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Already invited", PillOf("dave@example.com")));

        Dialogs.Button("Resend to dave@example.com").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Sent", PillOf("dave@example.com")));
        Assert.Equal(1, Bed.Logto.Messages.Count(message => message.To == "dave@example.com"));
    }

    [Fact]
    public void A_refusal_of_the_whole_keeps_what_was_typed_and_says_why()
    {
        Open();
        Enter(Dialogs, "dave@example.com");
        Bed.Logto.Members.Single(member => member.User == Bed.Alice).Roles.Clear();

        Dialogs.Button("Send invitation").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Invite people", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Dialogs.WaitForAssertion(() => Assert.Equal("dave@example.com", Dialogs.Find(".chip-text").TextContent));
        Assert.Empty(Bed.Logto.Invitations);
    }

    [Fact]
    public void A_chosen_end_is_kept()
    {
        Open();
        Enter(Dialogs, "dave@example.com");
        Dialogs.FindAll(".select")[1].Click();
        Dialogs.MenuItem("In 14 days").Click();

        Dialogs.Button("Send invitation").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(Bed.Clock.GetUtcNow().AddDays(14), Assert.Single(Bed.Logto.Invitations).ExpiresAt));
    }

    [Fact]
    public void Roles_that_could_not_be_read_can_be_asked_for_again()
    {
        Bed.Logto.Calls.Fail("IOrganizationRolesClient.ListAsync", FakeLogtoCalls.Outage());
        Open();
        Dialogs.WaitForAssertion(() => Assert.Contains("does not answer", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        Dialogs.Button("Try again").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("member", Dialogs.Find(".select").Words()));
        Dialogs.AssertNone("[role=alert]");
    }

    [Fact]
    public void What_was_typed_comes_back_the_next_time_unless_it_was_sent_or_cancelled()
    {
        User.SignIn(Bed.Alice);
        Open();
        Enter(Dialogs, "dave@example.com");
        Dialogs.WaitForAssertion(() => Assert.Contains("dave@example.com", (string)JSInterop.Invocations["orgPortal.drafts.keep"].Single().Arguments[2]!, StringComparison.Ordinal));
        Assert.Equal($"{Bed.Acme}:invite", JSInterop.Invocations["orgPortal.drafts.keep"][0].Arguments[1]);

        Dialogs.Button("Send invitation").Click();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("h2")));
        Assert.Single(JSInterop.Invocations["orgPortal.drafts.drop"]);

        JSInterop.Setup<string>("orgPortal.drafts.read", _ => true)
            .SetResult("""{"addresses":["erin@example.com"],"roles":["gone"],"expiresInDays":3,"letter":{"language":null,"note":"Hi"}}""");
        Open();
        Dialogs.WaitForAssertion(() => Assert.Equal("erin@example.com", Dialogs.Find(".chip-text").Words()));
        Assert.Equal("member", Dialogs.Find(".select").Words());
        Assert.Equal("Hi", Dialogs.FindAll("textarea")[^1].GetAttribute("value"));
        Dialogs.Button("Cancel").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(2, JSInterop.Invocations["orgPortal.drafts.drop"].Count));
    }

    private Task Open()
    {
        Task? closed = null;
        Dialogs.InvokeAsync(() => { closed = InviteDialog.ShowAsync(Services.GetRequiredService<IDialogService>(), Bed.Acme, "Acme"); });
        Dialogs.WaitForAssertion(() => Assert.Equal("Invite people to Acme", Dialogs.Find("h2").Words()));
        return closed!;
    }

    private string PillOf(string address) =>
        Assert.Single(Dialogs.FindAll(".list > li"), row => row.TextContent.Contains(address, StringComparison.Ordinal)).QuerySelector(".pill")!.Words();
}
