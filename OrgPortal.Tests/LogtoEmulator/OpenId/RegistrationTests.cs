using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class RegistrationTests : EmulatorTest
{
    private const string Password = "Frank-Passw0rd-2026";

    [Fact]
    public async Task Somebody_new_signs_up_and_is_signed_in()
    {
        var browser = Browser();
        var callback = await browser.SubmitAsync(await OpenAsync(browser), ("identifier", "frank@example.com"), ("password", Password));

        var claims = (await browser.ExchangeAsync(callback)).Claims("id_token");

        Assert.Equal("frank@example.com", claims.GetProperty("email").GetString());
        Assert.Empty(claims.GetProperty("organizations").EnumerateArray());
        Assert.True((await Browser().SignInAsync("frank@example.com", Password)).IsCallback);
    }

    [Theory]
    [InlineData("alice@example.com", Password, "existing account")]
    [InlineData("ALICE@example.com", Password, "existing account")]
    [InlineData("frank@example.com", "short", "at least 8")]
    [InlineData("frank", Password, "valid e-mail address")]
    public async Task What_cannot_be_registered_is_said_on_the_page(string identifier, string password, string words)
    {
        var browser = Browser();
        var page = await browser.SubmitAsync(await OpenAsync(browser), ("identifier", identifier), ("password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        Assert.Equal(5, State.Read(tables => tables.Users.Count));
    }

    [Fact]
    public async Task Nobody_signs_up_where_sign_up_is_closed()
    {
        var browser = Browser();
        var open = await OpenAsync(browser);
        Settle("signInMode", "\"SignIn\"");

        var closed = await browser.GetAsync("register");
        var refused = await browser.SubmitAsync(open, ("identifier", "frank@example.com"), ("password", Password));

        Assert.Contains("by invitation only", closed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(5, State.Read(tables => tables.Users.Count));
    }

    [Fact]
    public async Task Where_addresses_are_verified_a_code_from_the_mailbox_is_needed()
    {
        Settle("signUp", """{"identifiers":["email"],"password":true,"verify":true}""");
        var browser = Browser();

        var ask = await browser.SubmitAsync(await OpenAsync(browser), ("identifier", "frank@example.com"), ("password", Password));
        var wrong = await browser.SubmitAsync(ask, ("code", "nonsense"));
        Assert.Equal(5, State.Read(tables => tables.Users.Count));
        var callback = await browser.SubmitAsync(wrong, ("code", Assert.Single(Control.MailTo("frank@example.com")).Code!));

        Assert.True(callback.IsCallback);
        Assert.Equal(6, State.Read(tables => tables.Users.Count));
    }

    [Fact]
    public async Task Who_signs_up_with_an_address_of_an_organizations_domain_becomes_a_member_and_who_signs_in_does_not()
    {
        var acme = Acme;
        State.Write(tables => tables.JustInTime.Put(new JustInTimeSettings(acme)
        {
            EmailDomains = ["initech.example", "example.com"],
            RoleIds = [tables.OrganizationRoles.Single(role => role.Name == "member").Id],
        }));
        var browser = Browser();
        var callback = await browser.SubmitAsync(await OpenAsync(browser), ("identifier", "frank@initech.example"), ("password", Password));
        var existing = Browser();

        var registered = (await browser.ExchangeAsync(callback)).Claims("id_token");
        var signedIn = (await existing.ExchangeAsync(await existing.SignInAsync("carol"))).Claims("id_token");

        Assert.Equal($"{acme}:member", registered.GetProperty("organization_roles")[0].GetString());
        Assert.Empty(signedIn.GetProperty("organizations").EnumerateArray());
    }

    [Fact]
    public async Task The_address_that_the_application_hints_at_is_filled_in()
    {
        var browser = Browser();
        var page = await browser.FollowAsync(
            await browser.AuthorizeAsync("openid", ("first_screen", "register"), ("login_hint", "frank@example.com")));

        Assert.Contains("value=\"frank@example.com\"", page.Html, StringComparison.Ordinal);
    }

    private static async Task<Arrival> OpenAsync(OidcBrowser browser) =>
        await browser.FollowAsync(await browser.AuthorizeAsync(OidcBrowser.AllScopes, ("first_screen", "register")));

    private void Settle(string field, string json) => State.Write(tables => tables.SignInExperience = new SignInExperience(
        StateJson.Merged(tables.SignInExperience.Row, StateJson.Parse($$"""{"{{field}}":{{json}}}"""))));
}
