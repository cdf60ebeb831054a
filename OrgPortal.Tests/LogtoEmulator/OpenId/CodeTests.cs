using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class CodeTests : EmulatorTest
{
    [Fact]
    public async Task A_code_that_is_used_twice_takes_back_everything_it_gave()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");
        var tokens = await browser.ExchangeAsync(callback);

        var again = await browser.ExchangeAsync(callback);

        Assert.Equal("oidc.invalid_grant", again["code"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.UserInfoAsync(tokens["access_token"]!)).Status);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens["refresh_token"]!))["error"]);
    }

    [Theory]
    [InlineData("code_verifier", "somebody-elses-verifier-somebody-elses-verifier")]
    [InlineData("code_verifier", null)]
    [InlineData("redirect_uri", "http://localhost:5080/other")]
    public async Task A_code_is_worth_nothing_to_who_cannot_prove_the_request_and_stays_good_for_who_can(string name, string? value)
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");

        var refused = await browser.ExchangeAsync(callback, (name, value));
        var accepted = await browser.ExchangeAsync(callback);

        Assert.Equal("invalid_grant", refused["error"]);
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
    }

    [Fact]
    public async Task A_verifier_that_was_not_announced_is_refused()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice", null, "openid", ("code_challenge", null), ("code_challenge_method", null));

        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(callback))["error"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.ExchangeAsync(callback, ("code_verifier", null))).Status);
    }

    [Fact]
    public async Task A_code_is_good_for_a_minute()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");
        Control.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(callback))["error"]);
    }

    [Fact]
    public async Task Another_client_cannot_use_a_code()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");
        var other = Browser(AddApplication("another-web", "Traditional", "another-secret"), "another-secret");

        var answer = await other.ExchangeAsync(callback, ("code_verifier", browser.Verifier));

        Assert.Equal("invalid_grant", answer["error"]);
    }

    [Theory]
    [InlineData("openid profile", "consent")]
    [InlineData("openid offline_access", null)]
    public async Task A_refresh_token_needs_offline_access_and_consent(string scope, string? prompt)
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice", null, scope, ("prompt", prompt)));

        Assert.False(tokens.Has("refresh_token"));
        Assert.DoesNotContain("offline_access", tokens["scope"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extended_claims_reach_the_id_token_only_when_the_tenant_says_so()
    {
        State.Write(tables => tables.IdTokenExtendedClaims = ["organization_data"]);
        var browser = Browser();

        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice", null, "openid custom_data urn:logto:scope:organizations"));

        Assert.Equal("Acme", tokens.Claims("id_token").GetProperty("organization_data")[0].GetProperty("name").GetString());
        Assert.False(tokens.Claims("id_token").TryGetProperty("custom_data", out _));
        Assert.False(tokens.Claims("id_token").TryGetProperty("organizations", out _));
        Assert.True((await browser.UserInfoAsync(tokens["access_token"]!)).Body.TryGetProperty("custom_data", out _));
    }

    [Fact]
    public async Task Client_credentials_come_by_header_or_by_form_but_not_by_both()
    {
        var machine = Machine();
        (string, string?)[] grant = [("grant_type", "client_credentials"), ("resource", "https://default.logto.app/api"), ("scope", "all")];

        var byHeader = await machine.TokenAsync(grant);
        var byBoth = await machine.TokenAsync([.. grant, ("client_secret", machine.ClientSecret)]);
        var wrong = await Browser(machine.ClientId, "wrong").TokenAsync(grant);

        Assert.Equal("all", byHeader["scope"]);
        Assert.Equal("invalid_request", byBoth["error"]);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (wrong.Status, wrong["error"]));
    }

    [Fact]
    public async Task Logto_wraps_errors_unless_it_is_told_not_to()
    {
        using var content = new FormUrlEncodedContent([]);
        using var answer = await Browser().Http.PostAsync("oidc/token?parse_error=false", content);

        Assert.Equal(
            """{"error":"invalid_request","error_description":"no client authentication mechanism provided"}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_old_code_takes_nothing_back()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");
        var tokens = await browser.ExchangeAsync(callback);
        Control.Clock.Advance(TimeSpan.FromMinutes(2));

        var again = await browser.ExchangeAsync(callback);

        Assert.Equal("invalid_grant", again["error"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(tokens["refresh_token"]!)).Status);
    }

    [Fact]
    public async Task All_that_is_missing_is_named_at_once()
    {
        var id = AddApplication("two-addresses", "Traditional", "some-secret");
        State.Write(tables => tables.Applications.Put(tables.Applications.Find(id)! with
        {
            OidcClientMetadata = new OidcClientMetadata { RedirectUris = [OidcBrowser.Callback, "http://localhost:5080/other"] },
        }));

        var reply = await Browser(id, "some-secret").TokenAsync(("grant_type", "authorization_code"));

        Assert.Equal("missing required parameters 'code' and 'redirect_uri'", reply["error_description"]);
    }

    [Fact]
    public async Task A_verifier_that_cannot_be_one_is_another_mistake_than_the_wrong_one()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync("alice");

        var brief = await browser.ExchangeAsync(callback, ("code_verifier", "too-short"));
        var wrong = await browser.ExchangeAsync(callback, ("code_verifier", new string('x', 43)));

        Assert.Equal(("invalid_request", "code_verifier must be a string with a minimum length of 43 characters"), (brief["error"], brief["error_description"]));
        Assert.Equal("invalid_grant", wrong["error"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.ExchangeAsync(callback)).Status);
    }
}
