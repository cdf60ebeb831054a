using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationsPageTests : InvitationPagesContext
{
    private string Query => new Uri(Navigation.Uri).Query;

    [Fact]
    public async Task The_rows_say_who_was_invited_as_what_by_whom_and_where_it_stands()
    {
        await EveryStateAsync();

        var page = Open();

        Assert.Equal(
            [
                ("declined@example.com", "Declined"), ("revoked@example.com", "Revoked"), ("accepted@example.com", "Accepted"),
                ("expired@example.com", "Expired"), ("broken@example.com", "Not delivered"), ("pending@example.com", "Pending"),
            ],
            Rows(page).Select(row => (row.QuerySelector(".person-name")!.Words(), row.QuerySelector(".pill")!.Words())).OrderBy(row => Array.IndexOf(["Declined", "Revoked", "Accepted", "Expired", "Not delivered", "Pending"], row.Item2)));
        var pending = Row(page, "pending@example.com");
        Assert.Equal("member", pending.QuerySelector("td[data-label=Role]")!.Words());
        Assert.Equal("Alice Adams", pending.QuerySelector("td[data-label='Invited by']")!.Words());
        Assert.StartsWith("In ", pending.QuerySelector("time")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("Ended", Row(page, "expired@example.com").QuerySelector("time")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Invitations 2", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public async Task Each_state_can_be_filtered_by_with_its_count_and_the_url_says_so()
    {
        await EveryStateAsync();
        var page = Open();

        page.Find(".filter").Click();
        Assert.Equal(["Any", "Pending (2)", "Expired (1)", "Accepted (1)", "Revoked (1)", "Declined (1)"], page.FindAll("[role=menuitemradio]").Select(item => item.Words()));
        page.MenuItem("Declined").Click();

        Assert.Equal("?status=declined", Query);
        Assert.Equal("declined@example.com", Assert.Single(Rows(page)).QuerySelector(".person-name")!.Words());
        page.Button("Clear").Click();
        Assert.Equal(string.Empty, Query);
        Assert.Equal(6, Rows(page).Count);
    }

    [Fact]
    public async Task Searching_goes_to_the_url_and_starts_at_the_first_page()
    {
        await EveryStateAsync();
        var page = Open("?status=pending&page=1");

        page.Find("input[type=search]").Input("BROK");
        Clock.Advance(SearchBox.Pause);

        page.WaitForAssertion(() => Assert.Equal("?status=pending&q=BROK", Query));
        page.WaitForAssertion(() => Assert.Equal("broken@example.com", Assert.Single(Rows(page)).QuerySelector(".person-name")!.Words()));
    }

    [Fact]
    public void Pages_stand_in_the_url()
    {
        for (var number = 0; number < 45; number++)
        {
            Bed.Logto.AddInvitation(Bed.Acme, $"p{number}@example.com", Bed.Alice);
        }

        var page = Open("?page=2&q=p");

        Assert.Equal(20, Rows(page).Count);
        Assert.Contains("21–40 of 45", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/people/invitations?q=p&page=3", Assert.Single(page.FindAll(".pager a"), link => link.Words() == "Next").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=abc&status=nonsense")]
    [InlineData("?status=1")]
    [InlineData("?page=-3")]
    public void What_the_url_says_wrongly_is_left_out(string query)
    {
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Alice);

        Assert.Single(Rows(Open(query)));
    }

    [Fact]
    public async Task Resending_mails_a_further_link()
    {
        await Bed.InviteAsync();
        var page = Open();

        Act(page, "dave@example.com", "Resend invitation");

        Toasts.WaitForAssertion(() => Assert.Equal("Mailed another link to dave@example.com", Toasts.Find(".toast-text").TextContent));
        Assert.Equal(2, Bed.Logto.Messages.Count);
    }

    [Fact]
    public async Task Copying_shows_a_link_that_works()
    {
        await Bed.InviteAsync();
        var page = Open();

        Act(page, "dave@example.com", "Copy invitation link");

        var link = Dialogs.Find("[data-copy]").GetAttribute("data-copy")!;
        Assert.StartsWith("https://portal.example/invitation/", link, StringComparison.Ordinal);
        Bed.SignIn(Bed.Dave);
        Assert.Equal(LandingState.Ready, (await Bed.Responses.FindAsync(InvitationTestBed.TokenIn(link))).State);
        Dialogs.Button("Done").Click();
        Dialogs.AssertNone("[data-copy]");
    }

    [Fact]
    public async Task Revoking_asks_first_and_then_the_row_says_so()
    {
        var id = await Bed.InviteAsync();
        var page = Open();

        Act(page, "dave@example.com", "Revoke invitation");
        Dialogs.WaitForAssertion(() => Assert.Equal("Revoke the invitation for dave@example.com?", Dialogs.Find("h2").Words()));
        Dialogs.Button("Cancel").Click();
        Assert.Equal(InvitationStatuses.Pending, Bed.Invitation(id).Status);

        Act(page, "dave@example.com", "Revoke invitation");
        Dialogs.Button("Revoke invitation").Click();

        page.WaitForAssertion(() => Assert.Equal("Revoked", Row(page, "dave@example.com").QuerySelector(".pill")!.Words()));
        Toasts.WaitForAssertion(() => Assert.Equal("Revoked the invitation for dave@example.com", Toasts.Find(".toast-text").TextContent));
    }

    [Fact]
    public async Task Undo_makes_the_invitation_stand_again()
    {
        await Bed.InviteAsync();
        var page = Open();
        Act(page, "dave@example.com", "Revoke invitation");
        Dialogs.Button("Revoke invitation").Click();

        Toasts.Button("Undo").Click();

        page.WaitForAssertion(() => Assert.Equal("Pending", Assert.Single(Rows(page)).QuerySelector(".pill")!.Words()));
        Toasts.WaitForAssertion(() => Assert.Contains("The invitation for dave@example.com stands again", Toasts.Markup, StringComparison.Ordinal));
        Assert.Single(Bed.Logto.Messages);
    }

    [Fact]
    public async Task The_url_can_name_whoever_sent_them_and_that_can_be_cleared()
    {
        Bed.SignIn(Bed.Ina);
        await Bed.InviteAsync("one@example.com");
        Bed.SignIn(Bed.Alice);
        await Bed.InviteAsync("two@example.com");

        var page = Open($"?by={Bed.Ina}");

        Assert.Equal("one@example.com", Assert.Single(Rows(page)).QuerySelector(".person-name")!.Words());
        page.Button("Show invitations of everybody").Click();
        Assert.Equal(string.Empty, Query);
        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Count));
    }

    [Fact]
    public async Task An_expired_one_is_sent_again()
    {
        await Bed.InviteAsync();
        Bed.PassExpiry();
        var page = Open();

        Act(page, "dave@example.com", "Send again");

        page.WaitForAssertion(() => Assert.Equal("Pending", Assert.Single(Rows(page)).QuerySelector(".pill")!.Words()));
        Toasts.WaitForAssertion(() => Assert.Equal("Invited dave@example.com again", Toasts.Find(".toast-text").TextContent));
    }

    [Fact]
    public async Task The_record_of_an_ended_one_is_deleted_after_asking()
    {
        await Bed.InviteAsync();
        Bed.PassExpiry();
        var page = Open();

        Act(page, "dave@example.com", "Delete record");
        Dialogs.Button("Delete record").Click();

        page.WaitForAssertion(() => Assert.Contains("Nobody has been invited yet", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Bed.Logto.Invitations);
    }

    [Fact]
    public async Task Somebody_who_declined_is_invited_again_in_the_dialog()
    {
        await Bed.InviteAsync();
        Bed.SignIn(Bed.Dave);
        await Bed.Responses.DeclineAsync(Bed.MailedToken());
        Bed.SignIn(Bed.Alice);
        var page = Open();

        Act(page, "dave@example.com", "Invite again");

        Dialogs.WaitForAssertion(() => Assert.Equal("dave@example.com", Dialogs.Find(".chip-text").TextContent));
    }

    [Fact]
    public async Task A_refusal_is_said_and_the_rows_are_read_again()
    {
        var id = await Bed.InviteAsync();
        var page = Open();
        Bed.Logto.Invitations[0] = Bed.Invitation(id) with { Status = InvitationStatuses.Revoked };

        Act(page, "dave@example.com", "Resend invitation");

        Assert.NotNull(Toasts.Find("[role=alert]"));
        page.WaitForAssertion(() => Assert.Equal("Revoked", Row(page, "dave@example.com").QuerySelector(".pill")!.Words()));
    }

    [Fact]
    public async Task What_somebody_else_changes_appears_without_a_click()
    {
        var page = Open();
        Assert.Contains("Nobody has been invited yet", page.Markup, StringComparison.Ordinal);

        Bed.SignIn(Bed.Ina);
        await Bed.InviteAsync("mona@example.com");

        page.WaitForAssertion(() => Assert.Equal("Ina Inviter", Row(page, "mona@example.com").QuerySelector("td[data-label='Invited by']")!.Words()));
        Assert.Equal("Invitations 1", page.Find(".tab-bar [aria-current]").Words());
    }

    [Fact]
    public void A_url_can_open_the_dialog_and_forgets_it_when_it_is_closed()
    {
        var page = Open("?status=pending&invite=1");
        page.WaitForAssertion(() => Assert.Equal("Invite people to Acme", Dialogs.Find("h2").Words()));

        Dialogs.Button("Cancel").Click();

        page.WaitForAssertion(() => Assert.Equal("?status=pending", Query));
        Dialogs.AssertNone("h2");
    }

    [Fact]
    public void Until_the_first_read_ends_there_is_a_skeleton()
    {
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Alice);
        var reading = Bed.Logto.Calls.Hold(Lists);

        var page = Open();
        Assert.NotEmpty(page.FindAll("tr.row-skeleton"));

        reading.SetResult();
        page.WaitForAssertion(() => Assert.Single(Rows(page)));
    }

    [Fact]
    public void When_Logto_does_not_answer_one_can_try_again()
    {
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Alice);
        Bed.Logto.Calls.Fail(Lists, FakeLogtoCalls.Outage());

        var page = Open();
        Assert.Contains("does not answer", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        page.Button("Try again").Click();

        Assert.Single(Rows(page));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void Whoever_may_not_invite_is_told_who_can_help_and_sees_nobody()
    {
        Bed.Logto.AddInvitation(Bed.Acme, "dave@example.com", Bed.Alice);
        Bed.SignIn(Bed.Bob);

        var page = Open("?invite=1", OrganizationPermissions.ReadMembers);

        Assert.Equal("You cannot see the invitations", page.Find("h2").Words());
        Assert.DoesNotContain("dave@example.com", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Button("Invite people").GetAttribute("aria-disabled"));
        Assert.Empty(Dialogs.FindAll("h2"));
    }

    [Theory]
    [InlineData("", "Nobody has been invited yet")]
    [InlineData("?q=zoe", "No invitations match “zoe”")]
    [InlineData("?status=expired", "No invitations with this status")]
    public void Nothing_to_show_says_what_to_do(string query, string title)
    {
        Assert.Equal(title, Open(query).Find("h2").Words());
    }

    [Fact]
    public async Task What_was_prerendered_survives_the_way_to_the_circuit()
    {
        await EveryStateAsync();
        var query = new InvitationQuery(InvitationState.Pending, "e", 1);
        var snapshot = new InvitationsSnapshot(Bed.Acme, query, (await Bed.Service.ListAsync(Bed.Acme, query)).Value, Clock.GetUtcNow());

        var sent = System.Text.Json.JsonSerializer.Serialize(snapshot);
        var arrived = System.Text.Json.JsonSerializer.Deserialize<InvitationsSnapshot>(sent)!;

        Assert.Equal(sent, System.Text.Json.JsonSerializer.Serialize(arrived));
        Assert.Equal(query, arrived.Query);
        Assert.Equal(2, arrived.List.Page.Items.Count);
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<InvitationsPage> page) => [.. page.FindAll("tbody tr:not(.row-skeleton)")];

    private static IElement Row(IRenderedComponent<InvitationsPage> page, string address) =>
        Assert.Single(Rows(page), row => row.QuerySelector(".person-name")!.Words() == address);

    private static void Act(IRenderedComponent<InvitationsPage> page, string address, string act)
    {
        page.Button($"Actions for {address}").Click();
        page.MenuItem(act).Click();
    }

    private IRenderedComponent<InvitationsPage> Open(string query = "", params PermissionKey[] permissions)
    {
        Navigation.NavigateTo($"/organizations/{Bed.Acme}/people/invitations{query}");
        var held = permissions.Length > 0 ? permissions.ToHashSet() : [OrganizationPermissions.ReadMembers, OrganizationPermissions.InviteMembers];
        var access = new OrganizationAccess(Bed.Acme, "Acme", null, ["admin"], held);
        return Render<InvitationsPage>(parameters => parameters.Add(page => page.OrganizationId, Bed.Acme.Value).AddCascadingValue(access));
    }

    private async Task EveryStateAsync()
    {
        await Bed.InviteAsync("expired@example.com", days: 1);
        Bed.Clock.Advance(TimeSpan.FromDays(2));
        await Bed.InviteAsync("pending@example.com");
        var revoked = await Bed.InviteAsync("revoked@example.com");
        await Bed.Service.RevokeAsync(Bed.Acme, revoked);
        foreach (var (name, answer) in new (string, Func<string, Task>)[] { ("accepted", token => Bed.Responses.AcceptAsync(token)), ("declined", token => Bed.Responses.DeclineAsync(token)) })
        {
            var address = $"{name}@example.com";
            await Bed.InviteAsync(address);
            Bed.SignIn(Bed.Logto.AddUser(address, name));
            await answer(Bed.MailedToken(address));
            Bed.SignIn(Bed.Alice);
        }

        Bed.Logto.HasEmailConnector = false;
        await Bed.InviteAsync("broken@example.com");
        Bed.Logto.HasEmailConnector = true;
    }
}
