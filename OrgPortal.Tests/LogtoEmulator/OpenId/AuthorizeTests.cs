using System.Net;
using System.Text.Json;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class AuthorizeTests : EmulatorTest
{
    [Theory]
    [InlineData("client_id", "nobody", "invalid_client")]
    [InlineData("redirect_uri", "http://localhost:5080/elsewhere", "invalid_redirect_uri")]
    public async Task An_answer_never_goes_to_an_address_that_is_not_registered(string name, string value, string error)
    {
        using var answer = await Browser().AuthorizeAsync("openid", (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.Equal("oidc." + error, body.GetProperty("code").GetString());
        Assert.Equal("some-state", body.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("prompt", "dance", "invalid_request")]
    [InlineData("resource", "https://unknown.example", "invalid_target")]
    [InlineData("response_type", "id_token", "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("max_age", "soon", "invalid_request")]
    [InlineData("id_token_hint", "forged", "invalid_request")]
    public async Task What_is_wrong_with_a_request_is_told_to_the_application(string name, string value, string error)
    {
        var browser = Browser();
        var callback = await browser.FollowAsync(await browser.AuthorizeAsync("openid", (name, value)));

        Assert.True(callback.IsCallback);
        Assert.Equal(error, callback["error"]);
        Assert.Equal("some-state", callback["state"]);
        Assert.Equal(Host.Address + "oidc", callback["iss"]);
        Assert.Null(callback["code"]);
    }

    [Fact]
    public async Task A_client_without_a_secret_must_send_a_code_challenge()
    {
        var publicClient = AddApplication("some-spa", "SPA");
        var browser = Browser(publicClient, null);

        var without = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("code_challenge", null), ("code_challenge_method", null)));
        var with = await browser.SignInAsync("alice");

        Assert.Equal("invalid_request", without["error"]);
        Assert.NotNull(with["code"]);
    }

    [Fact]
    public async Task A_browser_with_a_session_goes_straight_through()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");

        var again = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", null)));
        var silent = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none")));

        Assert.NotNull(again["code"]);
        Assert.NotNull(silent["code"]);
    }

    [Fact]
    public async Task A_fresh_sign_in_is_asked_for_and_its_time_told_only_when_the_application_wants_it()
    {
        Control.Clock.Set(Control.Clock.GetUtcNow(), frozen: true);
        var browser = Browser();
        await browser.SignInAsync("alice");
        Control.Clock.Advance(TimeSpan.FromMinutes(5));

        var login = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "login")));
        var tooOld = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", null), ("max_age", "60")));
        var freshEnough = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", null), ("max_age", "600")));

        Assert.False(login.IsCallback);
        Assert.False(tooOld.IsCallback);
        var time = (await browser.ExchangeAsync(freshEnough)).Claims("id_token").GetProperty("auth_time").GetInt64();
        Assert.Equal(300, Control.Clock.GetUtcNow().ToUnixTimeSeconds() - time);
    }

    [Fact]
    public async Task The_answer_can_come_as_a_form()
    {
        var browser = Browser();
        var page = await browser.SignInAsync("alice", null, "openid", ("response_mode", "form_post"));

        Assert.Contains($"action=\"{OidcBrowser.Callback}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"code\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"iss\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_cannot_go_on_with_a_sign_in()
    {
        var (victim, attacker) = (Browser(), Browser());
        var page = await victim.FollowAsync(await victim.AuthorizeAsync());

        var stolen = await attacker.SubmitAsync(page, ("identifier", "bob"), ("password", "Bob-Passw0rd-2026"));

        Assert.Equal(HttpStatusCode.BadRequest, stolen.Status);
        Assert.Contains("Nothing to go on with", stolen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_page_names_organization_and_person_and_encodes_them()
    {
        var acme = Acme;
        State.Write(tables => tables.Organizations.Put(tables.Organizations.Find(acme)! with { Name = "<b>Acme</b>" }));
        var browser = Browser();

        var page = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("organization_id", acme), ("login_hint", "\"><script>")));

        Assert.Contains("&lt;b&gt;Acme&lt;/b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Not you?", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_person_is_not_let_in_and_loses_the_session()
    {
        var browser = Browser();
        await browser.SignInAsync("bob");
        Suspend("bob", true);

        var silent = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none")));
        var again = await Browser().SignInAsync("bob");

        Assert.Equal("login_required", silent["error"]);
        Assert.Equal(HttpStatusCode.Forbidden, again.Status);
    }

    [Fact]
    public async Task A_person_who_signs_in_over_somebody_elses_session_takes_the_browser_over()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");
        var callback = await browser.SignInAsync("bob", null, OidcBrowser.AllScopes, ("prompt", "login consent"));

        var claims = (await browser.ExchangeAsync(callback)).Claims("id_token");

        Assert.Equal(UserNamed("bob").Id, claims.GetProperty("sub").GetString());
        Assert.Equal([UserNamed("bob").Id], State.Read(tables => tables.Sessions.Select(session => session.AccountId).ToArray()));
    }

    [Fact]
    public async Task Silently_only_what_was_granted_before_is_to_be_had()
    {
        var browser = Browser();
        await browser.SignInAsync("alice", scope: "openid profile");

        var more = await browser.FollowAsync(await browser.AuthorizeAsync("openid email", ("prompt", "none")));
        var same = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none")));

        Assert.Equal(("consent_required", "requested scopes not granted"), (more["error"], more["error_description"]));
        Assert.NotNull(same["code"]);
    }

    [Fact]
    public async Task A_native_application_is_never_let_in_silently()
    {
        var browser = Browser(AddApplication("some-native", "Native"), null);
        await browser.SignInAsync("alice");

        Assert.Equal("interaction_required", (await browser.FollowAsync(await browser.AuthorizeAsync(parameters: ("prompt", "none"))))["error"]);
    }

    [Fact]
    public async Task A_max_age_of_nothing_asks_again_and_notes_the_time()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");

        var page = await browser.FollowAsync(await browser.AuthorizeAsync(parameters: [("max_age", "0"), ("prompt", null)]));
        var tokens = await browser.ExchangeAsync(await browser.SubmitAsync(page, ("identifier", "alice"), ("password", "Alice-Passw0rd-2026")));

        Assert.False(page.IsCallback);
        Assert.True(tokens.Claims("id_token").TryGetProperty("auth_time", out _));
    }

    [Fact]
    public async Task A_session_that_is_too_old_is_told_apart_from_none()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");
        Control.Clock.Advance(TimeSpan.FromMinutes(5));

        var old = await browser.FollowAsync(await browser.AuthorizeAsync(parameters: [("max_age", "60"), ("prompt", "none")]));

        Assert.Equal(("login_required", "End-User authentication could not be obtained"), (old["error"], old["error_description"]));
    }

    [Fact]
    public async Task A_request_for_nothing_that_can_be_granted_is_refused()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice", scope: "read:member", parameters: ("nonce", null));

        Assert.Equal("access_denied", callback["error"]);
        Assert.Null(callback["code"]);
    }

    [Theory]
    [InlineData("no address", "resource indicator must be an absolute URI")]
    [InlineData("https://api.example#part", "resource indicator must not contain a fragment component")]
    public async Task A_resource_is_an_address(string resource, string description)
    {
        var browser = Browser();
        var callback = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("resource", resource)));

        Assert.Equal(("invalid_target", description), (callback["error"], callback["error_description"]));
    }
}
