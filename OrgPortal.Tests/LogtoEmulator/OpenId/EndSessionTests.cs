using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class EndSessionTests : EmulatorTest
{
    private const string SignedOut = "http://localhost:5080/signout-callback-oidc";

    [Fact]
    public async Task A_form_ends_the_session_and_goes_back_with_the_state_while_the_refresh_token_lives_on()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));

        var page = await browser.GetAsync(End(("id_token_hint", tokens["id_token"]), ("post_logout_redirect_uri", SignedOut), ("state", "bye")));
        var stillIn = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none")));
        var back = await browser.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("name=\"xsrf\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"logout\" value=\"yes\"", page.Html, StringComparison.Ordinal);
        Assert.NotNull(stillIn["code"]);
        Assert.Equal(SignedOut + "?state=bye", back.Url.AbsoluteUri);
        Assert.Equal("login_required", (await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none"))))["error"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(tokens["refresh_token"]!)).Status);
    }

    [Fact]
    public async Task Without_offline_access_the_access_token_ends_with_the_session()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice", null, "openid profile"));

        await browser.SubmitAsync(await browser.GetAsync(End()));

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.UserInfoAsync(tokens["access_token"]!)).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost:5080/signout-callback-oidc/")]
    public async Task An_address_that_is_not_registered_is_refused(string address)
    {
        var page = await Browser().GetAsync(End(("client_id", "orgportal-web-dev"), ("post_logout_redirect_uri", address)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browsers_form_ends_nothing()
    {
        var (alice, mallory) = (Browser(), Browser());
        await alice.SignInAsync("alice");
        await mallory.SignInAsync("bob");

        var refused = await alice.SubmitAsync(await mallory.GetAsync(End()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(2, State.Read(tables => tables.Sessions.Count));
    }

    [Fact]
    public async Task Applications_are_told_by_a_signed_token_that_names_the_session()
    {
        await using var application = await ListeningApplication.StartAsync();
        Control.AllowPortalAt(application.Address);
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));

        await browser.SubmitAsync(await browser.GetAsync(End()));

        var token = Assert.Single(application.LogoutTokens);
        var keys = new JsonWebKeySet(await browser.Http.GetStringAsync("oidc/jwks"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Host.Address + "oidc",
            ValidAudience = browser.ClientId,
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidTypes = ["logout+jwt"],
        });
        Assert.Null(result.Exception);
        Assert.Equal(tokens.Claims("id_token").GetProperty("sid").GetString(), result.Claims["sid"]);
        Assert.Equal(UserNamed("alice").Id, result.Claims["sub"]);
        var claims = JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.Decode(token.Split('.')[1]));
        Assert.True(claims.GetProperty("events").TryGetProperty("http://schemas.openid.net/event/backchannel-logout", out _));
        Assert.Equal(120, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.False(claims.TryGetProperty("nonce", out _));
    }

    [Fact]
    public async Task Nobody_is_told_of_a_suspension()
    {
        await using var application = await ListeningApplication.StartAsync();
        Control.AllowPortalAt(application.Address);
        await Browser().SignInAsync("alice");

        Suspend("alice", true);

        Assert.Empty(application.LogoutTokens);
        Assert.Equal(0, State.Read(tables => tables.Sessions.Count));
    }

    [Fact]
    public async Task The_session_is_named_only_to_applications_that_want_to_hear_of_its_end()
    {
        var browser = Browser(AddApplication("another-web", "Traditional", "another-secret"), "another-secret");

        var claims = (await browser.ExchangeAsync(await browser.SignInAsync("alice"))).Claims("id_token");

        Assert.False(claims.TryGetProperty("sid", out _));
    }

    [Fact]
    public async Task An_address_without_an_application_is_passed_over()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");

        using var answer = await browser.Http.GetAsync("oidc/session/end?post_logout_redirect_uri=https%3A%2F%2Felsewhere.example");
        var page = await browser.SubmitAsync(await browser.GetAsync("oidc/session/end?post_logout_redirect_uri=https%3A%2F%2Felsewhere.example"));

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("/oidc/session/end/success", page.Url.AbsolutePath, StringComparison.Ordinal);
    }

    private static string End(params (string Name, string? Value)[] parameters) =>
        QueryHelpers.AddQueryString("oidc/session/end", parameters.Select(one => KeyValuePair.Create(one.Name, one.Value)));

    /// <summary>An application that notes the logout tokens it gets.</summary>
    private sealed class ListeningApplication(WebApplication server) : IAsyncDisposable
    {
        public Uri Address => new(server.Urls.First());

        public List<string> LogoutTokens { get; } = [];

        public static async Task<ListeningApplication> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = new ListeningApplication(builder.Build());
            await application.BeginAsync();
            return application;
        }

        public async ValueTask DisposeAsync()
        {
            await server.StopAsync();
            await server.DisposeAsync();
        }

        private Task BeginAsync()
        {
            server.Run(async context =>
            {
                Assert.Equal("/backchannel-logout", context.Request.Path);
                LogoutTokens.Add((await context.Request.ReadFormAsync())["logout_token"].ToString());
            });
            return server.StartAsync();
        }
    }
}
