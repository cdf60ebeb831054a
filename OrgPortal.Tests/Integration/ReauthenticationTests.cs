using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

/// <summary>Proving again who one is, over the wire with the embedded Logto.</summary>
public sealed class ReauthenticationTests
{
    private const string Again = "/sign-in?prompt=login&max_age=600&returnUrl=" + PortalFactory.PersonPath;

    [Fact]
    public async Task An_ordinary_sign_in_tells_when_the_person_proved_who_they_are_and_asks_nobody_again()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(-40));
        using var browser = portal.Browse();
        var signIn = await browser.GoAsync("/sign-in?returnUrl=" + PortalFactory.PersonPath);
        Assert.Equal("31536000", AskedOf(await browser.GetOnceAsync("/sign-in"), "max_age"));
        var first = AuthenticatedAt(await browser.SignInAtAsync(signIn, "alice"));
        portal.Logto.Clock.Reset();

        // Logto's session is still good: no password, and the time is that of forty minutes ago.
        browser.Cookies.GetCookies(portal.Address).Single(cookie => cookie.Name == "orgportal").Expired = true;
        var second = AuthenticatedAt(await browser.GoAsync("/sign-in?returnUrl=" + PortalFactory.PersonPath));

        Assert.Equal(first, second);
        Assert.InRange(DateTimeOffset.UtcNow - second!.Value, TimeSpan.FromMinutes(39), TimeSpan.FromMinutes(55));
    }

    [Fact]
    public async Task Confirming_asks_for_the_password_keeps_the_refresh_token_and_renews_the_session()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(-30));
        using var browser = await portal.SignInAsync("alice");
        var (secret, before) = (Secret(browser), AuthenticatedAt(await browser.GoAsync(PortalFactory.PersonPath)));
        portal.Logto.Clock.Reset();

        Assert.Equal("login consent", AskedOf(await browser.GetOnceAsync(Again), "prompt"));
        var signIn = await browser.GoAsync(Again);
        Assert.NotNull(signIn.Document.QuerySelector("input[name=password]"));
        var after = AuthenticatedAt(await browser.SignInAtAsync(signIn, "alice"));

        Assert.True(after - before > TimeSpan.FromMinutes(29));
        Assert.NotEqual(secret, Secret(browser));
        using var thief = portal.Browse();
        thief.Cookies.Add(portal.Address, new Cookie("orgportal", secret));
        using var refused = await thief.GetOnceAsync(PortalFactory.PersonPath);
        Assert.StartsWith("/sign-in", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_comes_back_as_themselves()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var secret = Secret(browser);

        var page = await browser.SignInAtAsync(await browser.GoAsync(Again), "bob");

        Assert.Contains("Bob", page.Text, StringComparison.Ordinal);
        using var thief = portal.Browse();
        thief.Cookies.Add(portal.Address, new Cookie("orgportal", secret));
        using var refused = await thief.GetOnceAsync(PortalFactory.PersonPath);
        Assert.StartsWith("/sign-in", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_lies_far_in_the_future_is_kept_but_proves_nothing()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(4));
        using var browser = await portal.SignInAsync("alice");

        var at = AuthenticatedAt(await browser.GoAsync(PortalFactory.PersonPath));

        Assert.True(at > DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Turning_back_leaves_one_signed_in_and_says_so()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var secret = Secret(browser);
        using var begun = await browser.GetOnceAsync("/sign-in?prompt=login&max_age=600&returnUrl=%2Forganizations%2Fabc%2Fsettings%3Fact%3Ddelete");

        var page = await browser.GoAsync(QueryHelpers.AddQueryString("/signin-oidc", new Dictionary<string, string?> { ["error"] = "access_denied", ["iss"] = $"{portal.LogtoAddress.AbsoluteUri}oidc", ["state"] = Query(begun)["state"] }));

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.Contains("You are still signed in", page.Text, StringComparison.Ordinal);
        Assert.Equal(secret, Secret(browser));
        Assert.NotNull(page.Document.QuerySelector("a[href='/sign-in?returnUrl=%2Forganizations%2Fabc%2Fsettings%3Fact%3Ddelete']"));
        using var back = await browser.GetOnceAsync("/sign-in?returnUrl=%2Forganizations%2Fabc%2Fsettings%3Fact%3Ddelete");
        Assert.Equal("/organizations/abc/settings?act=delete", back.Headers.Location!.OriginalString);
    }

    private static string Secret(TestBrowser browser) => browser.PortalCookies.Single(cookie => cookie.Name == "orgportal").Value;

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query(HttpResponseMessage answer) => QueryHelpers.ParseQuery(answer.Headers.Location!.Query);

    private static string AskedOf(HttpResponseMessage answer, string parameter)
    {
        using (answer)
        {
            return Query(answer)[parameter].ToString();
        }
    }

    private static DateTimeOffset? AuthenticatedAt(BrowserPage page)
    {
        using var person = JsonDocument.Parse(page.Text);
        return person.RootElement.GetProperty("authenticatedAt").GetDateTimeOffset();
    }
}
