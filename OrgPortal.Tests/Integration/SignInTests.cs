using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class SignInTests
{
    [Fact]
    public async Task A_person_signs_in_and_comes_back_to_where_they_wanted_to_go()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        var signIn = await browser.GoAsync(PortalFactory.PersonPath + "?page=2");
        Assert.Equal(portal.LogtoAddress.Authority, signIn.Url.Authority);
        var arrived = await browser.SignInAtAsync(signIn, "alice");

        Assert.Equal(new Uri(portal.Address, PortalFactory.PersonPath + "?page=2"), arrived.Url);
        using var person = JsonDocument.Parse(arrived.Text);
        Assert.Equal("Alice", person.RootElement.GetProperty("name").GetString());
        Assert.Equal("alice@example.com", person.RootElement.GetProperty("emailAddress").GetString());
        Assert.Equal(64, person.RootElement.GetProperty("sessionId").GetString()!.Length);
    }

    [Fact]
    public async Task The_request_asks_for_a_code_with_proof_and_for_a_refresh_token()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        using var answer = await browser.GetOnceAsync("/sign-in?returnUrl=/x&login_hint=erin%40example.com&first_screen=register&organization=abc123&max_age=600");

        var asked = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal("consent", asked["prompt"]);
        Assert.Equal(portal.Address + "signin-oidc", asked["redirect_uri"]);
        Assert.Equal("urn:logto:resource:organizations", asked["resource"]);
        Assert.Equal("erin@example.com", asked["login_hint"]);
        Assert.Equal("register", asked["first_screen"]);
        Assert.Equal("abc123", asked["organization_id"]);
        Assert.Equal("600", asked["max_age"]);
        Assert.Superset(new HashSet<string> { "openid", "offline_access", "profile", "email", "urn:logto:scope:organizations" }, asked["scope"].ToString().Split(' ').ToHashSet());
        Assert.Single(asked["nonce"]);
        Assert.False(asked.ContainsKey("request_uri"));
        Assert.False(asked.ContainsKey("x-client-SKU"));
    }

    [Fact]
    public async Task Nothing_about_the_request_changes_where_logto_sends_the_person()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(portal.Address + "signin-oidc", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["redirect_uri"]);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/sign-out")]
    public async Task A_foreign_return_address_leads_home(string returnUrl)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        using var answer = await browser.GetOnceAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_holds_no_token()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        var cookie = Assert.Single(browser.PortalCookies, cookie => cookie.Name == "orgportal");
        Assert.True(cookie.HttpOnly);
        Assert.Equal("/", cookie.Path);
        Assert.Equal(DateTime.MinValue, cookie.Expires);
        Assert.InRange(cookie.Value.Length, 100, 600);
    }

    [Fact]
    public async Task Over_https_the_cookies_are_bound_to_the_host()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { PublicUrl = new Uri("https://portal.example"), Environment = "Staging" });
        using var browser = portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        using var answer = await browser.GetOnceAsync(callback.AbsoluteUri);

        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-orgportal=", StringComparison.Ordinal));
        var flags = session.Split("; ").Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "path=/", "secure", "samesite=lax", "httponly" }, flags);
        using var page = await browser.GetOnceAsync("/signed-out");
        Assert.Contains("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var form = Assert.Single(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-orgportal-form=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_callback_of_another_browser_signs_nobody_in()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var attacker = portal.Browse();
        using var victim = portal.Browse();
        var callback = await attacker.CallbackAsync("bob");

        var page = await victim.GoAsync(callback.AbsoluteUri);

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.Contains("reason=expired", page.Url.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(victim.PortalCookies, cookie => cookie.Name == "orgportal");
    }

    [Fact]
    public async Task Going_back_to_a_used_callback_leads_on_when_signed_in()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        await browser.GetOnceAsync(callback.AbsoluteUri);

        using var again = await browser.GetOnceAsync(callback.AbsoluteUri);

        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.DoesNotContain("sign-in-failed", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_back_at_logto_is_answered_with_a_page_and_a_way_on()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        using var begun = await browser.GetOnceAsync("/sign-in?returnUrl=/organizations/abc");
        var state = QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].ToString();

        var page = await browser.GoAsync(QueryHelpers.AddQueryString("/signin-oidc", new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state, ["iss"] = portal.LogtoAddress + "oidc" }));

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("You are not signed in", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/sign-in?returnUrl=%2Forganizations%2Fabc']"));
    }

    [Fact]
    public async Task When_logto_is_away_a_page_says_so()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Logto.Faults.Add(new Fault { Route = "/oidc/.well-known/openid-configuration", Kind = FaultKind.Drop, Times = 100 });
        using var browser = portal.Browse();

        var page = await browser.GoAsync("/sign-in?returnUrl=/organizations/abc");

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.Contains("reason=unavailable", page.Url.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_code_cannot_be_traded_a_page_says_so()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        portal.Logto.Faults.Add(new Fault { Method = "POST", Route = "/oidc/token", Status = 503, Times = 5 });

        var page = await browser.GoAsync(callback.AbsoluteUri);

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.DoesNotContain(browser.PortalCookies, cookie => cookie.Name == "orgportal");
    }

    [Fact]
    public async Task Signing_in_again_gives_the_session_a_new_secret_and_ends_the_old_one()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var before = browser.PortalCookies.Single(cookie => cookie.Name == "orgportal").Value;

        var signIn = await browser.GoAsync("/sign-in?prompt=login&returnUrl=" + PortalFactory.PersonPath);
        Assert.NotNull(signIn.Document.QuerySelector("input[name=password]"));
        var page = await browser.SignInAtAsync(signIn, "bob");

        Assert.Contains("Bob", page.Text, StringComparison.Ordinal);
        using var thief = portal.Browse();
        thief.Cookies.Add(portal.Address, new Cookie("orgportal", before));
        using var refused = await thief.GetOnceAsync(PortalFactory.PersonPath);
        Assert.StartsWith("/sign-in", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_is_older_than_asked_for_does_not_count()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        var page = await browser.SignInAtAsync(await browser.GoAsync("/sign-in?max_age=600&returnUrl=" + PortalFactory.PersonPath), "alice");

        Assert.Equal(PortalFactory.PersonPath, page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_journey_leaves_no_token_secret_cookie_or_address_in_the_logs()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var cookie = browser.PortalCookies.Single(cookie => cookie.Name == "orgportal").Value;
        await browser.SignOutAsync();

        Assert.NotEmpty(portal.Logs.Lines);
        Assert.DoesNotContain(portal.Logs.Lines, line => line.Contains("alice@example.com", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(portal.Logs.Lines, line => line.Contains("orgportal-web-dev-secret", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Logs.Lines, line => line.Contains(cookie, StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Logs.Lines, line => line.Contains("eyJ", StringComparison.Ordinal));
    }
}
