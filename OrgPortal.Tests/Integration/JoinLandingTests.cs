using System.Net;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class JoinLandingTests
{
    private const string Form = "main form";

    [Fact]
    public async Task Erin_follows_a_posted_link_signs_in_joins_and_is_a_member()
    {
        await using var portal = await InvitedPortal.StartAsync();
        var link = await portal.MakeLinkAsync();
        using var erin = portal.Portal.Browse();

        var landing = await erin.GoAsync(link);
        Assert.Equal("Join Acme as member", landing.Document.QuerySelector("h1")!.Words());
        Assert.DoesNotContain("Alice", landing.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var back = await erin.SignInAtAsync(await erin.GoAsync(Link(landing, "Sign in")), "erin");
        Assert.Equal(link, back.Url.AbsolutePath);
        Assert.False(await portal.IsMemberAsync("erin"));

        var arrived = await erin.SubmitAsync(back, Form, ("answer", "join"));

        Assert.StartsWith($"/organizations/{portal.Acme}", arrived.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.True(await portal.IsMemberAsync("erin"));
        Assert.StartsWith($"/organizations/{portal.Acme}", (await erin.GoAsync(link)).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_it_is_asked_for()
    {
        await using var portal = await InvitedPortal.StartAsync();
        var link = await portal.MakeLinkAsync();
        using var erin = await portal.Portal.SignInAsync("erin");
        portal.Portal.Logto.Journal.Clear();

        await erin.GoAsync(link);
        await erin.GoAsync(link + "?answer=join&_handler=join");
        var forged = await erin.PostAsync(link, ("_handler", "join"), ("answer", "join"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.DoesNotContain(portal.Portal.Logto.Journal.Entries, entry => entry.Method != "GET" && !entry.Path.StartsWith("/oidc", StringComparison.Ordinal));
        Assert.False(await portal.IsMemberAsync("erin"));
    }

    [Fact]
    public async Task The_page_keeps_its_address_to_itself_and_out_of_the_log()
    {
        await using var portal = await InvitedPortal.StartAsync();
        var link = await portal.MakeLinkAsync();
        using var erin = await portal.Portal.SignInAsync("erin");

        var page = await erin.GoAsync(link);
        await erin.SubmitAsync(page, Form, ("answer", "join"));

        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(page.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Portal.Logs.Lines, line => line.Contains(InvitedPortal.TokenOf(link), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_was_never_given_out_leads_to_one_neutral_page_and_costs_no_call()
    {
        await using var portal = await InvitedPortal.StartAsync();
        using var anybody = portal.Portal.Browse();
        portal.Portal.Logto.Journal.Clear();

        var page = await anybody.GoAsync("/join/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal("This join link does not work", page.Document.QuerySelector("h1")!.Words());
        Assert.Empty(portal.Portal.Logto.Journal.Entries);
    }

    [Fact]
    public async Task When_logto_fails_between_adding_and_roles_nothing_is_left_and_one_can_try_again()
    {
        await using var portal = await InvitedPortal.StartAsync();
        var link = await portal.MakeLinkAsync();
        using var erin = await portal.Portal.SignInAsync("erin");
        var landing = await erin.GoAsync(link);
        portal.Portal.Logto.Faults.Add(new Fault { Method = "POST", Route = "/api/organizations/{id}/users/{userId}/roles", Status = 503, Times = 10 });

        var failed = await erin.SubmitAsync(landing, Form, ("answer", "join"));

        Assert.Contains("nothing is left", failed.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.IsMemberAsync("erin"));
        portal.Portal.Logto.Faults.Clear();
        await erin.SubmitAsync(failed, Form, ("answer", "join"));
        Assert.True(await portal.IsMemberAsync("erin"));
    }

    private static string Link(BrowserPage page, string name) =>
        Assert.Single(page.Document.QuerySelectorAll("main a"), link => link.Words() == name).GetAttribute("href")!;
}
