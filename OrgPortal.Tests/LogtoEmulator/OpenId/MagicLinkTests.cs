using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class MagicLinkTests : EmulatorTest
{
    [Fact]
    public async Task A_link_registers_who_is_new_and_puts_them_into_its_organizations()
    {
        State.Write(tables => tables.SignInExperience = new SignInExperience(
            StateJson.Merged(tables.SignInExperience.Row, StateJson.Parse("""{"signInMode":"SignIn"}"""))));
        var browser = Browser();
        var page = await OpenAsync(browser, "frank@example.com", AddToken("frank@example.com", Acme));
        var beforehand = State.Read(tables => tables.OneTimeTokens.Single().Status);

        var claims = (await browser.ExchangeAsync(await browser.SubmitAsync(page))).Claims("id_token");

        Assert.Equal("active", beforehand);
        Assert.Equal("consumed", State.Read(tables => tables.OneTimeTokens.Single().Status));
        Assert.Equal(Acme, claims.GetProperty("organizations")[0].GetString());
    }

    [Fact]
    public async Task A_link_signs_an_existing_person_in()
    {
        var browser = Browser();
        var callback = await browser.SubmitAsync(await OpenAsync(browser, "carol@example.com", AddToken("carol@example.com", Acme)));

        Assert.Equal(UserNamed("carol").Id, (await browser.ExchangeAsync(callback)).Claims("id_token").GetProperty("sub").GetString());
        Assert.True(State.Read(tables => tables.Members.Has(tables.Organizations.Single().Id, tables.Users.FindByUsername("carol")!.Id)));
    }

    [Theory]
    [InlineData("consumed")]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("other address")]
    [InlineData("suspended")]
    public async Task A_link_that_does_not_work_lets_nobody_in(string why)
    {
        var token = AddToken("carol@example.com");
        var email = why == "other address" ? "Carol@example.com" : "carol@example.com";
        switch (why)
        {
            case "expired":
                Control.Clock.Advance(TimeSpan.FromMinutes(11));
                break;
            case "suspended":
                Suspend("carol", true);
                break;
            case "other address":
                break;
            default:
                State.Write(tables => tables.OneTimeTokens.Put(tables.OneTimeTokens.Single() with { Status = why }));
                break;
        }

        var browser = Browser();
        var page = await browser.SubmitAsync(await OpenAsync(browser, email, token));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, State.Read(tables => tables.Sessions.Count));
    }

    [Fact]
    public async Task A_used_link_is_no_obstacle_for_who_used_it_and_is_still_signed_in()
    {
        var browser = Browser();
        var token = AddToken("carol@example.com");
        await browser.SubmitAsync(await OpenAsync(browser, "carol@example.com", token));

        var again = await browser.SubmitAsync(await OpenAsync(browser, "carol@example.com", token));

        Assert.NotNull(again["code"]);
    }

    [Fact]
    public async Task Who_is_signed_in_as_somebody_else_chooses_between_the_two()
    {
        var browser = Browser();
        await browser.SignInAsync("alice");
        var stay = await OpenAsync(browser, "carol@example.com", AddToken("carol@example.com"));
        Assert.Contains("alice@example.com", stay.Html, StringComparison.Ordinal);

        var stayed = await browser.ExchangeAsync(await browser.SubmitAsync(stay, 1));
        var change = await OpenAsync(browser, "carol@example.com", State.Read(tables => tables.OneTimeTokens.Single().Token));
        var changed = await browser.ExchangeAsync(await browser.SubmitAsync(change));

        Assert.Equal(UserNamed("alice").Id, stayed.Claims("id_token").GetProperty("sub").GetString());
        Assert.Equal(UserNamed("carol").Id, changed.Claims("id_token").GetProperty("sub").GetString());
    }

    [Fact]
    public async Task A_link_that_nobody_needs_is_passed_over()
    {
        var browser = Browser();
        await browser.SignInAsync("carol");
        AddToken("carol@example.com");

        var callback = await browser.FollowAsync(await browser.AuthorizeAsync(
            OidcBrowser.AllScopes, ("login_hint", "carol@example.com"), ("one_time_token", State.Read(tables => tables.OneTimeTokens.Single().Token)), ("prompt", null)));

        Assert.NotNull(callback["code"]);
        Assert.Equal("active", State.Read(tables => tables.OneTimeTokens.Single().Status));
    }

    [Fact]
    public async Task A_link_for_a_new_password_signs_nobody_in()
    {
        var token = AddToken("carol@example.com");
        State.Write(tables => tables.OneTimeTokens.ChangeAll(one => one with { Context = new OneTimeTokenContext { InteractionEvent = "ForgotPassword" } }));
        var browser = Browser();

        var page = await browser.SubmitAsync(await OpenAsync(browser, "carol@example.com", token));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("active", State.Read(tables => tables.OneTimeTokens.Single().Status));
    }

    private static async Task<Arrival> OpenAsync(OidcBrowser browser, string email, string token) => await browser.FollowAsync(
        await browser.AuthorizeAsync(OidcBrowser.AllScopes, ("login_hint", email), ("one_time_token", token)));

    private string AddToken(string email, params string[] organizations) => State.Write(tables => tables.OneTimeTokens.Put(new OneTimeToken
    {
        Id = LogtoIds.Standard(),
        Email = email,
        Token = LogtoIds.Secret(),
        Context = new OneTimeTokenContext { JitOrganizationIds = [.. organizations] },
        CreatedAt = tables.Now,
        ExpiresAt = tables.Now + 600_000,
    })).Token;
}
