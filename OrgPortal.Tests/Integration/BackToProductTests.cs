using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class BackToProductTests
{
    private const string Form = "main form";
    private const string Product = "https://app.example.com";
    private const string Wanted = "https://app.example.com/teams/7?tab=people";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Portal:Product:Name"] = "Acme Cloud",
        ["Portal:Product:Url"] = "https://app.example.com/o/{organizationId}",
        ["Portal:Product:ReturnTo:0"] = Product,
    };

    [Fact]
    public async Task A_link_into_every_page_survives_being_asked_to_sign_in_with_its_query()
    {
        await using var portal = await PortalFactory.StartAsync();
        var pages = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(RouteFill.PathOf).Distinct().ToList();
        using var anybody = portal.Browse();

        Assert.True(pages.Count > 15);
        foreach (var page in pages)
        {
            var link = $"{page}?q=a%20%26b&status=%E5%BC%80&return_to={Uri.EscapeDataString(Wanted)}";
            using var asked = await anybody.GetOnceAsync(link);

            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
            var signIn = new Uri(portal.Address, asked.Headers.Location!);
            Assert.Equal("/sign-in", signIn.AbsolutePath);
            Assert.Equal(link, QueryHelpers.ParseQuery(signIn.Query)["returnUrl"]);
        }
    }

    [Fact]
    public async Task Whoever_signs_in_on_the_way_arrives_at_the_link_and_whoever_has_no_access_is_told_there()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var link = $"/organizations/{portal.Acme}/people/members?q=bob&sort=joined&return_to={Uri.EscapeDataString(Wanted)}";
        using var bob = portal.Portal.Browse();
        using var dave = portal.Portal.Browse();

        var arrived = await bob.SignInAtAsync(await bob.GoAsync(link), "bob");
        var lost = await dave.SignInAtAsync(await dave.GoAsync(link), "dave");

        Assert.Equal(link, arrived.Url.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, arrived.Status);
        Assert.Equal(link, lost.Url.PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, lost.Status);
        Assert.Equal("We cannot find this page", lost.Document.QuerySelector("h1")!.Words());
        Assert.Contains(Wanted, lost.Document.QuerySelectorAll("main a").Select(way => way.GetAttribute("href")));
    }

    [Fact]
    public async Task Without_a_product_nothing_of_it_shows_and_nothing_is_kept()
    {
        await using var portal = await InvitedPortal.StartAsync();
        using var dave = await portal.Portal.SignInAsync("dave");

        foreach (var path in (string[])["/", "/organizations/new", "/no/such/page", await portal.InviteAsync()])
        {
            var page = await dave.GoAsync($"{path}?return_to={Uri.EscapeDataString(Wanted)}");

            Assert.Empty(page.Document.QuerySelectorAll(".bar-back, .nav-back"));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), link => link.Words().StartsWith("Back to", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(dave.PortalCookies, cookie => cookie.Name.Contains("product", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_and_dead_ends_lead_back_and_remember_where_to_from_page_to_page()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        using var alice = await portal.Portal.SignInAsync("alice");

        Assert.Equal((Href: $"{Product}/o/{portal.Acme}", Text: "Back to Acme Cloud"), await BackAsync(alice, $"/organizations/{portal.Acme}/settings", ".nav-back"));
        Assert.Equal(($"{Product}/", "Back to Acme Cloud"), await BackAsync(alice, "/?stay=1", ".bar-back"));

        Assert.Equal((Wanted, "Back to Acme Cloud"), await BackAsync(alice, $"/?stay=1&return_to={Uri.EscapeDataString(Wanted)}", ".bar-back"));
        Assert.Equal((Wanted, "Back to Acme Cloud"), await BackAsync(alice, $"/organizations/{portal.Acme}/settings", ".nav-back"));
        Assert.Equal((Wanted, "Back to Acme Cloud"), await BackAsync(alice, "/no/such/page", ".empty-actions a:not(.button-primary)"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("https://app.example.com.evil.example/")]
    [InlineData("https://app.example.com@evil.example/")]
    [InlineData("https:\\\\app.example.com\\..\\evil.example")]
    [InlineData("https://app.example.com/\r\nSet-Cookie:x=1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://app.example.com/")]
    public async Task An_address_that_is_not_allowed_is_neither_kept_nor_shown_nor_followed(string address)
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var link = await portal.InviteAsync();
        using var erin = await portal.Portal.SignInAsync("erin");
        var asked = $"?return_to={Uri.EscapeDataString(address)}";

        Assert.Equal($"{Product}/", (await BackAsync(erin, "/" + asked, ".bar-back")).Href);
        Assert.DoesNotContain(erin.PortalCookies, cookie => cookie.Name.Contains("product", StringComparison.Ordinal));
        var accepted = await AnswerAsync(erin, await erin.GoAsync(link + asked), "accept");

        Assert.StartsWith($"{Product}/o/{portal.Acme}?", accepted.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_addresses_at_once_are_none()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        using var erin = await portal.Portal.SignInAsync("erin");

        Assert.Equal($"{Product}/", (await BackAsync(erin, $"/?return_to={Uri.EscapeDataString(Wanted)}&return_to=https://evil.example", ".bar-back")).Href);
    }

    [Fact]
    public async Task Whoever_accepts_goes_on_to_the_product_which_is_told()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var link = await portal.InviteAsync();
        using var erin = portal.Portal.Browse();
        var page = await erin.SignInAtAsync(await erin.GoAsync((await erin.GoAsync(link)).Document.QuerySelectorAll("main a").First(a => a.Words() == "Sign in").GetAttribute("href")!), "erin");

        using var accepted = await AnswerAsync(erin, page, "accept");

        Assert.Equal($"{Product}/o/{portal.Acme}?orgportal_event=joined&organization_id={portal.Acme}", accepted.Headers.Location!.OriginalString);
        // Browsers hold a redirect after a form to this.
        Assert.Contains($"form-action 'self' ", Policy(page), StringComparison.Ordinal);
        Assert.Contains($" {Product}", Policy(page).Split("form-action")[1].Split(';')[0], StringComparison.Ordinal);
        Assert.True(await portal.IsMemberAsync("erin"));
        using var again = await erin.GetOnceAsync(link);
        Assert.Equal($"{Product}/o/{portal.Acme}", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Where_to_go_back_to_survives_signing_in_on_the_way_to_a_link_to_join_by()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var link = await portal.MakeLinkAsync();
        using var erin = portal.Portal.Browse();
        var landing = await erin.GoAsync($"{link}?return_to={Uri.EscapeDataString(Wanted)}");
        var page = await erin.SignInAtAsync(await erin.GoAsync(landing.Document.QuerySelectorAll("main a").First(a => a.Words() == "Sign in").GetAttribute("href")!), "erin");

        using var joined = await AnswerAsync(erin, page, "join");

        Assert.Equal($"{Wanted}&orgportal_event=joined&organization_id={portal.Acme}", joined.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Whoever_declines_reads_that_it_was_heard_and_goes_on_by_themselves()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var link = await portal.InviteAsync();
        using var erin = await portal.Portal.SignInAsync("erin");

        var declined = await erin.SubmitAsync(await erin.GoAsync(link), Form, ("answer", "decline"));

        Assert.Equal(link, declined.Url.AbsolutePath);
        var on = declined.Document.QuerySelectorAll("main a").Single(way => way.Words() == "Continue to Acme Cloud");
        Assert.Equal($"{Product}/?orgportal_event=declined&organization_id={portal.Acme}", on.GetAttribute("href"));
    }

    [Fact]
    public async Task A_cookie_that_somebody_else_made_is_nothing_and_one_that_is_not_allowed_any_more_neither()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        using var alice = await portal.Portal.SignInAsync("alice");
        await alice.GoAsync($"/?stay=1&return_to={Uri.EscapeDataString(Wanted)}");
        var kept = alice.PortalCookies.Single(cookie => cookie.Name.Contains("product", StringComparison.Ordinal));
        Assert.True(kept.HttpOnly);
        Assert.DoesNotContain("app.example.com", kept.Value, StringComparison.Ordinal);

        kept.Value = "https://evil.example/";

        Assert.Equal($"{Product}/", (await BackAsync(alice, "/?stay=1", ".bar-back")).Href);
    }

    [Fact]
    public async Task The_page_that_says_what_was_done_says_nothing_by_itself()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        using var dave = await portal.Portal.SignInAsync("dave");

        Assert.Equal("/", (await dave.GoAsync("/finished")).Url.AbsolutePath);
    }

    private static string Policy(BrowserPage page) => string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));

    private static async Task<(string? Href, string Text)> BackAsync(TestBrowser browser, string path, string selector)
    {
        var link = Assert.Single((await browser.GoAsync(path)).Document.QuerySelectorAll(selector));
        return (link.GetAttribute("href"), link.Words());
    }

    /// <summary>Presses a button and does not go where that leads: it is not here.</summary>
    private static async Task<HttpResponseMessage> AnswerAsync(TestBrowser browser, BrowserPage page, string answer)
    {
        var fields = page.Document.QuerySelector(Form)!.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Url) { Content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("answer", answer)]) };
        return await browser.SendAsync(request);
    }
}
