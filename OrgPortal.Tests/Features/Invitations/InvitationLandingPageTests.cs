using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationLandingPageTests : InvitationPagesContext
{
    [Fact]
    public async Task Signed_out_one_signs_in_or_up_with_the_address_filled_in_and_comes_back()
    {
        await Bed.InviteAsync();
        var token = Bed.MailedToken();
        Bed.User.SignOut();

        var page = Open(token);

        Assert.Equal("Alice Adams invited you to Acme as member", page.Find("h1").Words());
        Assert.Equal($"/sign-in?returnUrl=%2Finvitation%2F{token}&login_hint=dave@example.com&remember=1", Link(page, "Sign in"));
        Assert.Equal($"/sign-in?returnUrl=%2Finvitation%2F{token}&login_hint=dave@example.com&first_screen=register&remember=1", Link(page, "Create an account"));
        Assert.DoesNotContain("dave@example.com", page.Find("main, form").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_invite_has_no_invitations_either()
    {
        Bed.SignIn(Bed.Ina);
        await Bed.InviteAsync();
        var token = Bed.MailedToken();
        Bed.Logto.Members.Single(member => member.User == Bed.Ina).Roles.Clear();
        Bed.SignIn(Bed.Dave);

        var page = Open(token);

        Assert.Equal("This invitation no longer holds", page.Find("h1").Words());
        Assert.Contains("Ina Inviter may no longer invite people to Acme", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Ask for a new one", Assert.Single(page.FindAll("button")).Words());
        Assert.Equal("/", Link(page, "Go to your organizations"));
    }

    [Fact]
    public async Task An_old_link_of_a_renewed_invitation_has_the_new_one_mailed()
    {
        var old = await RenewedAsync();
        Bed.SignIn(Bed.Dave);
        var page = Open(old);
        Assert.Equal("There is a newer invitation", page.Find("h1").Words());
        var mails = Bed.Logto.Messages.Count;

        page.Instance.Answer = page.Button("Send it again").GetAttribute("value");
        page.Find("form").Submit();

        Assert.Equal("The mail is on its way", page.Find("h1").Words());
        Assert.Equal(mails + 1, Bed.Logto.Messages.Count);
        Assert.Empty(page.Buttons("Send it again"));
        Assert.Equal(LandingState.Ready, (await Bed.Responses.FindAsync(Bed.MailedToken())).State);
    }

    [Fact]
    public async Task An_old_link_of_a_renewed_invitation_mails_nothing_for_others()
    {
        var old = await RenewedAsync();

        Bed.SignIn(Bed.Bob);
        Assert.Contains("&prompt=login", Link(Open(old), "Switch account"), StringComparison.Ordinal);
        Bed.User.SignOut();
        Assert.Contains("login_hint=dave@example.com", Link(Open(old), "Sign in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_one_leads_its_owner_in_and_nobody_else()
    {
        await Bed.InviteAsync();
        var token = Bed.MailedToken();
        Bed.SignIn(Bed.Dave);
        await Bed.Responses.AcceptAsync(token);

        Open(token);
        Assert.Equal($"/organizations/{Bed.Acme}", new Uri(Navigation.Uri).AbsolutePath);
        Bed.SignIn(Bed.Greta);
        Assert.Equal("This invitation has been accepted", Open(token).Find("h1").Words());
        Bed.User.SignOut();
        Assert.StartsWith("/sign-in?", Link(Open(token), "Sign in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_an_address_is_told_so()
    {
        await Bed.InviteAsync();
        Bed.SignIn(Bed.Logto.AddUser(username: "nemo"));

        var page = Open(Bed.MailedToken());

        Assert.Contains("You are signed in as nemo", page.Find(".callout.tone-warning").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task An_invitation_whose_record_is_gone_is_still_recognised()
    {
        var id = await Bed.InviteAsync();
        var token = Bed.MailedToken();
        await Bed.Service.RevokeAsync(Bed.Acme, id);
        await Bed.Service.DeleteAsync(Bed.Acme, id);

        var page = Open(token);

        Assert.Equal("This invitation was withdrawn", page.Find("h1").Words());
        Assert.Contains("Acme", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_accepting_one_goes_on_to_the_organization()
    {
        var id = await Bed.InviteAsync();
        Bed.SignIn(Bed.Dave);
        var page = Open(Bed.MailedToken());

        page.Instance.Answer = page.Button("Accept invitation").GetAttribute("value");
        page.Find("form").Submit();

        Assert.Equal($"/organizations/{Bed.Acme}", new Uri(Navigation.Uri).AbsolutePath);
        Assert.Equal(InvitationStatuses.Accepted, Bed.Invitation(id).Status);
    }

    private static string Link(IRenderedComponent<InvitationLandingPage> page, string name) =>
        Assert.Single(page.FindAll("a"), link => link.Words() == name).GetAttribute("href")!;

    private IRenderedComponent<InvitationLandingPage> Open(string token) =>
        Render<InvitationLandingPage>(parameters => parameters.Add(page => page.Token, token));

    private async Task<string> RenewedAsync()
    {
        var id = await Bed.InviteAsync();
        var old = Bed.MailedToken();
        Bed.PassExpiry();
        await Bed.Service.RenewAsync(Bed.Acme, id);
        return old;
    }
}
