using System.Net;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Integration;

public sealed class InvitationLandingTests
{
    private const string Form = "main form";

    [Fact]
    public async Task Erin_follows_the_mailed_link_signs_in_accepts_and_is_a_member()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = invited.Portal.Browse();

        var landing = await erin.GoAsync(link);
        Assert.Equal("Alice invited you to Acme as member", landing.Document.QuerySelector("h1")!.Words());
        Assert.Contains("e•••••••n@example.com", landing.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var signIn = await erin.GoAsync(Link(landing, "Sign in"));
        Assert.Equal("erin@example.com", signIn.Document.QuerySelector("input[name=identifier]")!.GetAttribute("value"));
        var back = await erin.SignInAtAsync(signIn, "erin");
        Assert.Equal(link, back.Url.AbsolutePath);
        Assert.False(await invited.IsMemberAsync("erin"));

        var arrived = await erin.SubmitAsync(back, Form, ("answer", "accept"));

        Assert.StartsWith($"/organizations/{invited.Acme}", arrived.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.True(await invited.IsMemberAsync("erin"));
        var again = await erin.GoAsync(link);
        Assert.StartsWith($"/organizations/{invited.Acme}", again.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_new_signs_up_with_the_address_filled_in_and_comes_back()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync("frieda@partner.example");
        using var frieda = invited.Portal.Browse();

        var register = await frieda.GoAsync(Link(await frieda.GoAsync(link), "Create an account"));

        Assert.EndsWith("/register", register.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("frieda@partner.example", register.Document.QuerySelector("input[name=identifier]")!.GetAttribute("value"));
        var back = await frieda.SubmitAsync(register, "form:has(input[name=password])", ("identifier", "frieda@partner.example"), ("password", "Frieda-Passw0rd-2026"));
        Assert.Equal(link, back.Url.AbsolutePath);
        Assert.Contains(back.Document.QuerySelectorAll("main button"), button => button.Words() == "Accept invitation");
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = await invited.Portal.SignInAsync("erin");
        invited.Portal.Logto.Journal.Clear();

        await erin.GoAsync(link);
        await erin.GoAsync(link + "?answer=accept&_handler=invitation");

        Assert.DoesNotContain(invited.Portal.Logto.Journal.Entries, entry => entry.Method != "GET" && !entry.Path.StartsWith("/oidc", StringComparison.Ordinal));
        Assert.Equal("Pending", invited.Status());
    }

    [Fact]
    public async Task The_page_keeps_its_address_to_itself()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = invited.Portal.Browse();

        var landing = await erin.GoAsync(link);

        Assert.Equal("no-referrer", landing.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex, nofollow", landing.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(landing.Headers.CacheControl!.NoStore);
        using var other = await erin.GetOnceAsync("/signed-out");
        Assert.Equal("same-origin", other.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task The_link_is_never_logged_even_when_requests_are()
    {
        await using var invited = await InvitedPortal.StartAsync(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Information",
        });
        var link = await invited.InviteAsync();
        using var erin = invited.Portal.Browse();
        var back = await erin.SignInAtAsync(await erin.GoAsync(Link(await erin.GoAsync(link), "Sign in")), "erin");
        await erin.SubmitAsync(back, Form, ("answer", "decline"));

        Assert.NotEmpty(invited.Portal.Logs.Lines);
        Assert.DoesNotContain(invited.Portal.Logs.Lines, line => line.Contains(InvitedPortal.TokenOf(link), StringComparison.Ordinal));
        Assert.DoesNotContain(invited.Portal.Logs.Lines, line => line.Contains("erin@example.com", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task With_another_account_one_can_switch()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var browser = await invited.Portal.SignInAsync("bob");

        var landing = await browser.GoAsync(link);
        Assert.Contains("You are signed in as bob@example.com", landing.Document.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Empty(landing.Document.QuerySelectorAll("main form button"));

        var signIn = await browser.GoAsync(Link(landing, "Switch account"));
        Assert.NotNull(signIn.Document.QuerySelector("input[name=password]"));
        var back = await browser.SignInAtAsync(signIn, "erin");

        Assert.Equal(link, back.Url.AbsolutePath);
        Assert.Contains(back.Document.QuerySelectorAll("main button"), button => button.Words() == "Accept invitation");
    }

    [Fact]
    public async Task Somebody_else_cannot_accept_by_sending_the_form()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var bob = await invited.Portal.SignInAsync("bob");

        var page = await bob.SubmitAsync(await bob.GoAsync(link), Form, ("answer", "accept"));

        Assert.Equal("Pending", invited.Status());
        Assert.Contains("You are signed in with another address", page.Document.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_answers_nothing()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = await invited.Portal.SignInAsync("erin");

        var page = await erin.PostAsync(link, ("_handler", "invitation"), ("answer", "accept"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Pending", invited.Status());
    }

    [Fact]
    public async Task Declining_is_remembered_and_said()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = await invited.Portal.SignInAsync("erin");

        var page = await erin.SubmitAsync(await erin.GoAsync(link), Form, ("answer", "decline"));

        Assert.Equal("You declined this invitation", page.Document.QuerySelector("h1")!.Words());
        Assert.Equal("Revoked", invited.Status());
        Assert.False(await invited.IsMemberAsync("erin"));
        using var stranger = invited.Portal.Browse();
        Assert.Equal("This invitation was declined", (await stranger.GoAsync(link)).Document.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_told_what_happened()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = await invited.Portal.SignInAsync("erin");
        var landing = await erin.GoAsync(link);
        Assert.Equal("done", (await invited.Alice.PostAsync($"/test/revoke?organization={invited.Acme}")).Text);

        var page = await erin.SubmitAsync(landing, Form, ("answer", "accept"));

        Assert.Equal("This invitation was withdrawn", page.Document.QuerySelector("h1")!.Words());
        Assert.False(await invited.IsMemberAsync("erin"));
    }

    [Fact]
    public async Task An_expired_invitation_says_so_and_asks_for_a_new_one()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        invited.Portal.Logto.Clock.Advance(TimeSpan.FromDays(8));
        using var erin = invited.Portal.Browse();

        var page = await erin.GoAsync(link);

        Assert.Equal("This invitation has expired", page.Document.QuerySelector("h1")!.Words());
        Assert.Equal("Ask Alice for a new one", Assert.Single(page.Document.QuerySelectorAll("main form button")).Words());

        var asked = await erin.SubmitAsync(page, Form, ("answer", "ask"));

        Assert.Equal("They have been told", asked.Document.QuerySelector("h1")!.Words());
        Assert.Empty(asked.Document.QuerySelectorAll("main form button"));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    [InlineData("%2e%2e%2fusers")]
    public async Task A_link_that_was_never_given_out_leads_to_one_neutral_page_and_costs_no_call(string token)
    {
        await using var invited = await InvitedPortal.StartAsync();
        using var anybody = invited.Portal.Browse();
        invited.Portal.Logto.Journal.Clear();

        var page = await anybody.GoAsync("/invitation/" + token);

        Assert.Equal("This invitation link does not work", page.Document.QuerySelector("h1")!.Words());
        Assert.DoesNotContain("Acme", page.Text, StringComparison.Ordinal);
        Assert.Empty(invited.Portal.Logto.Journal.Entries);
    }

    [Fact]
    public async Task When_logto_fails_while_accepting_one_can_try_again()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var erin = await invited.Portal.SignInAsync("erin");
        var landing = await erin.GoAsync(link);
        invited.Portal.Logto.Faults.Add(new Fault { Method = "PUT", Route = "/api/organization-invitations/{id}/status", Status = 503, Times = 10 });

        var failed = await erin.SubmitAsync(landing, Form, ("answer", "accept"));

        Assert.Contains("does not answer", failed.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var retry = Assert.Single(failed.Document.QuerySelectorAll("main form button"), button => button.Words() == "Try again");
        Assert.Equal("accept", retry.GetAttribute("value"));
        Assert.False(await invited.IsMemberAsync("erin"));
        invited.Portal.Logto.Faults.Clear();
        await erin.SubmitAsync(failed, Form, ("answer", "accept"));
        Assert.True(await invited.IsMemberAsync("erin"));
    }

    [Fact]
    public async Task When_logto_is_away_the_page_says_so_and_offers_another_try()
    {
        await using var invited = await InvitedPortal.StartAsync();
        var link = await invited.InviteAsync();
        using var anybody = invited.Portal.Browse();
        invited.Portal.Logto.Faults.Add(new Fault { Route = "/api/**", Status = 503, Times = 50 });

        var page = await anybody.GoAsync(link);

        Assert.Equal("We cannot look up this invitation right now", page.Document.QuerySelector("h1")!.Words());
        Assert.Equal(link, Link(page, "Try again"));
    }

    [Fact]
    public async Task Whoever_opens_very_many_links_is_held_up()
    {
        await using var invited = await InvitedPortal.StartAsync();
        using var anybody = invited.Portal.Browse();
        BrowserPage page;
        var opened = 0;
        do
        {
            page = await anybody.GoAsync("/invitation/guess");
        }
        while (page.Status == HttpStatusCode.OK && ++opened < 1000);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(int.Parse(Assert.Single(page.Headers.GetValues("Retry-After")), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("Too many pages in a short time", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains($"Try again in {page.Headers.GetValues("Retry-After").Single()} seconds.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.InRange(opened, 1, RateLimits.SecretAddressesAMinute);
        using var elsewhere = await anybody.GetOnceAsync("/signed-out");
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    private static string Link(BrowserPage page, string name) =>
        Assert.Single(page.Document.QuerySelectorAll("main a"), link => link.Words() == name).GetAttribute("href")!;
}
