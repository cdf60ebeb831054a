using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class RefreshTests : EmulatorTest
{
    [Fact]
    public async Task A_refresh_token_is_kept_while_it_is_young_and_replaced_when_it_is_old()
    {
        var browser = Browser();
        var first = await RefreshTokenAsync(browser);

        Control.Clock.Advance(TimeSpan.FromDays(9.7));
        var young = await browser.RefreshAsync(first);
        Control.Clock.Advance(TimeSpan.FromDays(0.2));
        var old = await browser.RefreshAsync(first);

        Assert.Equal(first, young["refresh_token"]);
        Assert.NotEqual(first, old["refresh_token"]);
        Control.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(old["refresh_token"]!)).Status);
    }

    [Fact]
    public async Task A_replaced_token_works_for_three_seconds_and_then_ends_the_grant()
    {
        var browser = Browser();
        var first = await RefreshTokenAsync(browser);
        Control.Clock.Set(Control.Clock.GetUtcNow().AddDays(11), frozen: true);
        var second = (await browser.RefreshAsync(first))["refresh_token"]!;

        Control.Clock.Advance(TimeSpan.FromSeconds(3));
        var soon = await browser.RefreshAsync(first);
        Control.Clock.Advance(TimeSpan.FromSeconds(4));
        var late = await browser.RefreshAsync(first);

        Assert.Equal(HttpStatusCode.OK, soon.Status);
        Assert.Equal("invalid_grant", late["error"]);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(second))["error"]);
    }

    [Fact]
    public async Task A_public_client_gets_a_new_token_each_time_but_no_longer_life()
    {
        var browser = Browser(AddApplication("some-spa", "SPA"), null);
        var first = await RefreshTokenAsync(browser);
        Control.Clock.Advance(TimeSpan.FromDays(10));

        var second = (await browser.RefreshAsync(first))["refresh_token"]!;
        Control.Clock.Advance(TimeSpan.FromDays(5));

        Assert.NotEqual(first, second);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(second))["error"]);
    }

    [Fact]
    public async Task A_native_client_gets_a_new_token_each_time_and_with_it_a_new_life()
    {
        var browser = Browser(AddApplication("some-native", "Native"), null);
        var first = await RefreshTokenAsync(browser);
        Control.Clock.Advance(TimeSpan.FromDays(10));

        var second = (await browser.RefreshAsync(first))["refresh_token"]!;
        Control.Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(second)).Status);
    }

    [Fact]
    public async Task Tokens_stop_replacing_each_other_after_a_year()
    {
        var browser = Browser(AddApplication("some-native", "Native"), null);
        var token = await RefreshTokenAsync(browser);
        for (var i = 0; i < 17; i++)
        {
            Control.Clock.Advance(TimeSpan.FromDays(10));
            token = (await browser.RefreshAsync(token))["refresh_token"]!;
        }

        State.Write(tables => tables.Grants.ChangeAll(grant => grant with { ExpiresAt = tables.Now + 1_000_000_000_000 }));
        for (var i = 0; i < 20; i++)
        {
            Control.Clock.Advance(TimeSpan.FromDays(10));
            token = (await browser.RefreshAsync(token))["refresh_token"]!;
        }

        Assert.Equal(token, (await browser.RefreshAsync(token))["refresh_token"]);
    }

    [Fact]
    public async Task Scopes_that_were_not_granted_are_named()
    {
        var browser = Browser();
        var token = await RefreshTokenAsync(browser);

        var one = await browser.RefreshAsync(token, ("scope", "openid phone"));
        var two = await browser.RefreshAsync(token, ("scope", "openid phone address"));

        Assert.Equal(("refresh token missing requested scope", "phone"), (one["error_description"], one["scope"]));
        Assert.Equal(("refresh token missing requested scopes", "phone address"), (two["error_description"], two["scope"]));
    }

    [Fact]
    public async Task A_token_without_offline_access_ends_with_its_session()
    {
        var id = AddApplication("keeps-going", "Traditional", "some-secret");
        State.Write(tables => tables.Applications.Put(tables.Applications.Find(id)! with
        {
            CustomClientMetadata = new CustomClientMetadata { AlwaysIssueRefreshToken = true },
        }));
        var browser = Browser(id, "some-secret");
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice", scope: "openid", parameters: ("prompt", null)));
        var before = await browser.RefreshAsync(tokens["refresh_token"]!);

        State.Write(tables => tables.Sessions.RemoveWhere(_ => true));

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens["refresh_token"]!))["error"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.UserInfoAsync(tokens["access_token"]!)).Status);
    }

    [Fact]
    public async Task A_refresh_token_ends_after_a_fortnight()
    {
        var browser = Browser();
        var token = await RefreshTokenAsync(browser);
        Control.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal("invalid_grant", (await browser.RefreshAsync(token))["error"]);
    }

    [Fact]
    public async Task A_suspension_ends_refresh_tokens_for_good()
    {
        var browser = Browser();
        var token = await RefreshTokenAsync(browser);

        Suspend("alice", true);
        var during = await browser.RefreshAsync(token);
        Suspend("alice", false);
        var after = await browser.RefreshAsync(token);

        Assert.Equal("invalid_grant", during["error"]);
        Assert.Equal("invalid_grant", after["error"]);
    }

    [Fact]
    public async Task Fewer_scopes_can_be_asked_for_but_not_more()
    {
        var browser = Browser();
        var token = await RefreshTokenAsync(browser);

        var fewer = await browser.RefreshAsync(token, ("scope", "profile"));
        var more = await browser.RefreshAsync(token, ("scope", "openid phone"));

        Assert.Equal("profile", fewer["scope"]);
        Assert.False(fewer.Has("id_token"));
        Assert.Equal(("invalid_scope", "phone"), (more["error"], more["scope"]));
    }

    [Fact]
    public async Task The_id_token_of_a_refresh_tells_of_organizations_as_they_are_now()
    {
        var browser = Browser();
        var token = await RefreshTokenAsync(browser);
        State.Write(tables => tables.Members.Remove(Acme, tables.Users.FindByUsername("alice")!.Id));

        var claims = (await browser.RefreshAsync(token)).Claims("id_token");

        Assert.Empty(claims.GetProperty("organizations").EnumerateArray());
    }

    [Fact]
    public async Task Revoking_an_access_token_ends_its_refresh_token_too()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));
        using var form = new FormUrlEncodedContent(
            [new("client_id", browser.ClientId), new("client_secret", browser.ClientSecret), new("token", tokens["access_token"])]);
        using var revoked = await browser.Http.PostAsync("oidc/token/revocation", form);

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens["refresh_token"]!))["error"]);
    }

    private static async Task<string> RefreshTokenAsync(OidcBrowser browser) =>
        (await browser.ExchangeAsync(await browser.SignInAsync("alice")))["refresh_token"]!;
}
