using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed partial class HeadersTests
{
    [Fact]
    public async Task A_page_carries_the_headers_that_make_browsers_hold_the_line()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { PublicUrl = new Uri("https://portal.example"), Environment = "Staging" });
        using var browser = portal.Browse();

        var page = await browser.GoAsync("/signed-out");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single(value => value.StartsWith("default-src", StringComparison.Ordinal));
        var logto = portal.LogtoAddress.GetLeftPart(UriPartial.Authority);
        Assert.Matches(
            $"^default-src 'self'; script-src 'self' 'nonce-[A-Za-z0-9_-]{{22}}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' wss://portal\\.example; form-action 'self' {Regex.Escape(logto)}; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'$",
            policy);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", page.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.False(page.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Inline_scripts_carry_the_nonce_of_their_own_answer()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        var first = await browser.GoAsync("/signed-out");
        var second = await browser.GoAsync("/signed-out");

        Assert.NotEqual(NonceOf(first), NonceOf(second));
        Assert.All(first.Document.Scripts.Where(script => !script.HasAttribute("src")), script => Assert.Equal(NonceOf(first), script.GetAttribute("nonce")));
    }

    [Fact]
    public async Task What_has_no_scripts_allows_none_of_its_own()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        foreach (var path in new[] { "/api/v1/me", "/health/live", "/sign-in" })
        {
            using var answer = await browser.GetOnceAsync(path);

            Assert.Contains("script-src 'self'; ", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/test/refused", HttpStatusCode.Forbidden)]
    [InlineData("/test/broken", HttpStatusCode.InternalServerError)]
    public async Task What_goes_wrong_is_answered_with_a_designed_page_and_the_same_headers(string path, HttpStatusCode status)
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Endpoints = MapTroubles });
        using var browser = await portal.SignInAsync("alice");

        var page = await browser.GoAsync(path);

        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Document.QuerySelector("main h1"));
        Assert.DoesNotContain("InvalidOperationException", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.Scripts.Where(script => !script.HasAttribute("src")), script => Assert.Equal(NonceOf(page), script.GetAttribute("nonce")));
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    [InlineData(null, false)]
    public async Task A_page_is_compressed_for_whoever_asked_from_here_alone(string? from, bool isCompressed)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        foreach (var path in new[] { "/account", "/nowhere" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            if (from is not null)
            {
                request.Headers.Add("Sec-Fetch-Site", from);
            }

            using var answer = await browser.SendAsync(request);

            Assert.Equal(isCompressed ? ["br"] : [], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task Assets_are_for_everybody_compressed_and_kept_for_ever()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        var page = await browser.GoAsync("/signed-out");
        var css = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/" + css);

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_circuit_is_refused_to_strangers_and_to_other_origins()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var stranger = portal.Browse();
        using var alice = await portal.SignInAsync("alice");

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(stranger, null));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(alice, "http://localhost:5080"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(alice, null));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(alice, "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(alice, "http://localhost:5081"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(alice, "null"));
    }

    [Fact]
    public async Task Forwarded_headers_count_only_from_configured_proxies()
    {
        Assert.Equal("::ffff:127.0.0.1", await AddressSeenAsync(null));
        Assert.Equal("::ffff:127.0.0.1", await AddressSeenAsync("10.0.0.0/8"));
        Assert.Equal("203.0.113.9", await AddressSeenAsync("127.0.0.0/8"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_to_everybody_in_one_word(string path)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        // The scheduler starts beside the portal, which is degraded until it has.
        BrowserPage answer = null!;
        await Eventually.TrueAsync(async () => (answer = await browser.GoAsync(path)).Text != "Degraded");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Text));
    }

    private static void MapTroubles(WebApplication app)
    {
        app.MapGet("/test/refused", () => TypedResults.Forbid());
        app.MapGet("/test/broken", string () => throw new InvalidOperationException("It broke."));
    }

    private static async Task<string> AddressSeenAsync(string? trusted)
    {
        var options = new PortalFactoryOptions
        {
            Listens = true,
            Endpoints = app => app.MapGet("/test/address", (HttpContext context) => context.Connection.RemoteIpAddress!.MapToIPv6().ToString()).AllowAnonymous(),
        };
        if (trusted is not null)
        {
            options.Settings["Portal:TrustedProxies:0"] = trusted;
        }

        await using var portal = await PortalFactory.StartAsync(options);
        using var browser = portal.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address.AbsoluteUri.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "test/address"));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await browser.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync()).Replace("::ffff:203", "203", StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(TestBrowser browser, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static string NonceOf(BrowserPage page) =>
        Nonce().Match(string.Join(' ', page.Headers.GetValues("Content-Security-Policy"))).Groups[1].Value;

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
