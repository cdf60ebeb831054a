using System.Net;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class SignInTests : EmulatorTest
{
    [Fact]
    public async Task A_person_signs_in_and_the_application_gets_a_code_with_state_and_issuer()
    {
        var callback = await Browser().SignInAsync("alice");

        Assert.True(callback.IsCallback);
        Assert.NotNull(callback["code"]);
        Assert.Equal("some-state", callback["state"]);
        Assert.Equal(Host.Address + "oidc", callback["iss"]);
    }

    [Fact]
    public async Task The_code_is_worth_an_opaque_access_token_an_id_token_and_a_refresh_token()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));

        Assert.Equal(HttpStatusCode.OK, tokens.Status);
        Assert.DoesNotContain('.', tokens["access_token"]!);
        Assert.NotNull(tokens["refresh_token"]);
        var claims = tokens.Claims("id_token");
        Assert.Equal("some-nonce", claims.GetProperty("nonce").GetString());
        Assert.Equal(UserNamed("alice").Id, claims.GetProperty("sub").GetString());
        Assert.Equal(Acme, claims.GetProperty("organizations")[0].GetString());
        Assert.False(claims.TryGetProperty("auth_time", out _));
        Assert.False(claims.TryGetProperty("organization_data", out _));
    }

    [Theory]
    [InlineData("alice", "wrong")]
    [InlineData("nobody", "Alice-Passw0rd-2026")]
    public async Task Who_does_not_know_the_password_stays_on_the_page(string identifier, string password)
    {
        var page = await Browser().SignInAsync(identifier, password);

        Assert.False(page.IsCallback);
        Assert.Contains("Incorrect account or password", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_an_organization_that_requires_a_second_factor_sets_one_up_before_going_on()
    {
        var organization = Acme;
        State.Write(tables => tables.Organizations.Put(tables.Organizations.Find(organization)! with { IsMfaRequired = true }));
        var browser = Browser();

        var page = await browser.SignInAsync("alice");
        Assert.False(page.IsCallback);
        Assert.Contains("Set up a second factor", page.Html, StringComparison.Ordinal);
        Assert.Empty(UserNamed("alice").MfaVerifications);
        var callback = await browser.SubmitAsync(page);

        Assert.True(callback.IsCallback);
        Assert.Equal("Totp", Assert.Single(UserNamed("alice").MfaVerifications).Type);
        Assert.True((await Browser().SignInAsync("alice")).IsCallback);
        Assert.True((await Browser().SignInAsync("carol")).IsCallback);
    }
}
