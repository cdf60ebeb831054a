using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class SignUpByLinkTests
{
    private const string Form = "main form";
    private const string New = "frieda@partner.example";

    private static readonly Dictionary<string, string?> Wanted = new() { ["Portal:Invitations:SignUpByLink"] = "true" };

    [Fact]
    public async Task Somebody_new_signs_up_by_the_mailed_link_without_a_password_and_accepts()
    {
        await using var invited = await InvitedPortal.StartAsync(Wanted);
        var link = await invited.InviteAsync(New);
        using var frieda = invited.Portal.Browse();

        var landing = await frieda.GoAsync(link);
        Assert.Contains(landing.Document.QuerySelectorAll("main form button"), button => button.Words() == "Continue as f•••••••a@partner.example");
        var atLogto = await frieda.SubmitAsync(landing, Form, ("answer", "sign-up"));
        var back = await frieda.SubmitAsync(atLogto);

        Assert.Equal(link, back.Url.AbsolutePath);
        var arrived = await frieda.SubmitAsync(back, Form, ("answer", "accept"));
        Assert.StartsWith($"/organizations/{invited.Acme}", arrived.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(frieda.PortalCookies, cookie => cookie.Name is "orgportal-once" or "orgportal-return");
        var token = invited.Portal.Logto.State.Read(tables => tables.OneTimeTokens.Where(_ => true).Single().Token);
        Assert.DoesNotContain(invited.Portal.Logs.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_inviter_cannot_sign_up_as_the_invited_person_with_a_copied_link()
    {
        await using var invited = await InvitedPortal.StartAsync(Wanted);
        await invited.InviteAsync(New);
        var copied = await invited.CopyLinkAsync();
        using var inviter = invited.Portal.Browse();

        var landing = await inviter.GoAsync(copied);
        Assert.DoesNotContain(landing.Document.QuerySelectorAll("main form button"), button => button.Words().StartsWith("Continue", StringComparison.Ordinal));
        await inviter.SubmitAsync(landing, Form, ("answer", "sign-up"));

        Assert.Equal(0, invited.Portal.Logto.State.Read(tables => tables.OneTimeTokens.Count));
    }

    [Fact]
    public async Task A_link_of_another_site_starts_no_sign_in_by_a_token()
    {
        await using var invited = await InvitedPortal.StartAsync(Wanted);
        await invited.InviteAsync(New);
        using var victim = invited.Portal.Browse();

        var page = await victim.GoAsync($"/sign-in?login_hint={New}&one_time=1&one_time_token=planted");

        Assert.NotNull(page.Document.QuerySelector("input[name=password]"));
    }

    [Fact]
    public async Task Whoever_wanders_off_on_the_way_and_signs_in_later_comes_back_to_the_invitation()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = invited.Portal.Browse();
        var landing = await erin.GoAsync(link);
        await erin.GoAsync(Assert.Single(landing.Document.QuerySelectorAll("main a"), a => a.Words() == "Create an account").GetAttribute("href")!);

        var later = await erin.SignInAsync("erin", "/");

        Assert.Equal(link, later.Url.AbsolutePath);
        Assert.DoesNotContain(erin.PortalCookies, cookie => cookie.Name == "orgportal-return");
    }

    [Fact]
    public async Task Whoever_goes_somewhere_else_on_purpose_goes_there()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = invited.Portal.Browse();
        var landing = await erin.GoAsync(link);
        await erin.GoAsync(Assert.Single(landing.Document.QuerySelectorAll("main a"), a => a.Words() == "Sign in").GetAttribute("href")!);

        Assert.Equal("/organizations/new", (await erin.SignInAsync("erin", "/organizations/new")).Url.AbsolutePath);
    }

    [Fact]
    public async Task What_is_remembered_cannot_be_forged()
    {
        await using var invited = await InvitedPortal.StartAsync();
        using var erin = invited.Portal.Browse();
        erin.Cookies.Add(invited.Portal.Address, new System.Net.Cookie("orgportal-return", "%2Finvitation%2Fforged") { Path = "/" });

        Assert.NotEqual("/invitation/forged", (await erin.SignInAsync("erin", "/")).Url.AbsolutePath);
    }
}
