using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Integration;

public sealed class SessionTests
{
    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_logto_and_kills_the_refresh_token()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var session = await SessionOf(portal, browser);
        var ended = false;
        using var page = portal.Services.GetRequiredService<SessionEvents>().Subscribe(session.Key, () => ended = true);

        var goodbye = await browser.SignOutAsync();

        Assert.Equal(new Uri(portal.Address, "/signed-out"), goodbye.Url);
        Assert.True(ended);
        Assert.DoesNotContain(browser.PortalCookies, cookie => cookie.Name == "orgportal" && cookie.Value.Length > 0);
        Assert.Null(await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(session.Key));
        var answer = await portal.Services.GetRequiredService<ITokenEndpoint>().RefreshAsync(session.Content.Tokens.RefreshToken!, TokenTarget.UserInfo);
        Assert.Equal("invalid_grant", Assert.IsType<TokenRefused>(answer).Error);
        var next = await browser.GoAsync(PortalFactory.PersonPath);
        Assert.NotNull(next.Document.QuerySelector("input[name=password]"));
    }

    [Fact]
    public async Task Signing_out_tells_logto_who_leaves()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var page = await browser.GoAsync("/signed-out");
        var form = page.Document.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.GetAttribute("value")!)]),
        };

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(portal.LogtoAddress.Authority, answer.Headers.Location!.Authority);
        Assert.Equal("/oidc/session/end", answer.Headers.Location.AbsolutePath);
        Assert.Contains("id_token_hint=ey", answer.Headers.Location.Query, StringComparison.Ordinal);
        Assert.Contains("post_logout_redirect_uri=" + Uri.EscapeDataString(portal.Address + "signout-callback-oidc"), answer.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_link_or_a_foreign_form()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        await browser.GoAsync("/sign-out");
        var posted = await browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        var still = await browser.GoAsync(PortalFactory.PersonPath);
        Assert.Contains("Alice", still.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_works_while_logto_is_away()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        portal.Logto.Faults.Add(new Fault { Route = "/oidc/**", Kind = FaultKind.Drop, Times = 100 });
        var page = await browser.GoAsync("/signed-out");
        var form = page.Document.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.GetAttribute("value")!)]),
        };

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var after = await browser.GetOnceAsync(PortalFactory.PersonPath);
        Assert.StartsWith("/sign-in", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_and_leads_back_after_signing_in()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Time = time });
        using var browser = await portal.SignInAsync("alice");

        time.Advance(TimeSpan.FromHours(7.9));
        Assert.Contains("Alice", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromHours(7.9));
        Assert.Contains("Alice", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromHours(8.1));

        using var answer = await browser.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(PortalFactory.PersonPath), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_program_without_a_session_is_refused_and_not_sent_to_sign_in()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, PortalFactory.PersonPath);
        request.Headers.Add("Accept", "application/json");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Logtos_end_of_a_session_reaches_the_portal_over_the_back_channel()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        using var browser = await portal.SignInAsync("alice");
        using var phone = await portal.SignInAsync("alice");
        using var bob = await portal.SignInAsync("bob");
        var session = await SessionOf(portal, browser);
        Assert.NotNull(session.LogtoSessionId);
        var told = new TaskCompletionSource();
        using var page = portal.Services.GetRequiredService<SessionEvents>().Subscribe(session.Key, told.SetResult);

        // As if signed out in another application: only Logto knows.
        var end = await browser.GoAsync(new Uri(portal.LogtoAddress, "/oidc/session/end?id_token_hint=" + session.Content.Tokens.IdToken).AbsoluteUri);
        await browser.SubmitAsync(end);

        await told.Task.WaitAsync(Patience.Limit);
        using var after = await browser.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        Assert.Contains("Alice", (await phone.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
        Assert.Contains("Bob", (await bob.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logout_token", "nonsense")]
    [InlineData("other", "x")]
    public async Task A_back_channel_logout_without_proof_is_refused(string field, string value)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        var answer = await browser.PostAsync("/backchannel-logout", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("invalid_request", answer.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Alice", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_token_does_not_pass_for_a_logout_token()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var session = await SessionOf(portal, browser);

        var answer = await browser.PostAsync("/backchannel-logout", ("logout_token", session.Content.Tokens.IdToken!));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Tokens_are_refreshed_and_rotated_refresh_tokens_kept()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var tokens = portal.Services.GetRequiredService<IUserTokens>();
        var session = await SessionOf(portal, browser);
        var acme = OrganizationId.Parse(OrganizationsOf(session).Single(), null);

        // Near the end of the refresh token's life Logto rotates it.
        portal.Logto.Clock.Advance(TimeSpan.FromDays(11));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(session.Key, TokenTarget.Of(acme))));

        Assert.All(answers, answer => Assert.False(answer.IsFailure, answer.Failure?.Code));
        Assert.Single(answers.Select(answer => answer.Value.Value).Distinct());
        Assert.Contains("manage:member", answers[0].Value.Scope, StringComparison.Ordinal);
        var after = await SessionOf(portal, browser);
        Assert.NotEqual(session.Content.Tokens.RefreshToken, after.Content.Tokens.RefreshToken);
        Assert.False((await tokens.GetAsync(session.Key, TokenTarget.Of(acme), rejected: answers[0].Value.Value)).IsFailure);
    }

    [Fact]
    public async Task An_organization_one_does_not_belong_to_gives_no_token_and_no_sign_out()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("carol");
        var session = await SessionOf(portal, browser);

        var answer = await portal.Services.GetRequiredService<IUserTokens>().GetAsync(session.Key, TokenTarget.Of(OrganizationId.Parse("nowhere12345", null)));

        Assert.IsType<Refused>(answer.Failure);
        Assert.Contains("Carol", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_is_revoked_at_logto_ends_the_session_at_the_next_refresh()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var session = await SessionOf(portal, browser);
        portal.Logto.Faults.Add(new Fault { Method = "POST", Route = "/oidc/token", Status = 503 });
        var tokens = portal.Services.GetRequiredService<IUserTokens>();
        var acme = TokenTarget.Of(OrganizationId.Parse(OrganizationsOf(session).Single(), null));

        Assert.IsType<Unavailable>((await tokens.GetAsync(session.Key, acme)).Failure);
        await portal.Services.GetRequiredService<ITokenEndpoint>().RevokeAsync(session.Content.Tokens.RefreshToken!);
        Assert.IsType<SignInRequired>((await tokens.GetAsync(session.Key, acme)).Failure);

        using var after = await browser.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task The_store_holds_sessions_that_it_cannot_read()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var session = await SessionOf(portal, browser);
        var store = portal.Services.GetRequiredService<ISessionStore>();

        var stored = await store.FindAsync(session.Key);

        Assert.NotNull(stored);
        Assert.DoesNotContain(session.Content.Tokens.RefreshToken!, System.Text.Encoding.Latin1.GetString(stored.Content.Span), StringComparison.Ordinal);
    }

    private static async Task<Session> SessionOf(PortalFactory portal, TestBrowser browser)
    {
        using var person = JsonDocument.Parse((await browser.GoAsync(PortalFactory.PersonPath)).Text);
        return (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(person.RootElement.GetProperty("sessionId").GetString()!))!;
    }

    private static string[] OrganizationsOf(Session session)
    {
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(session.Content.Tokens.IdToken);
        return [.. token.GetPayloadValue<string[]>("organizations")];
    }
}
