using System.Net;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class ConsentTests : EmulatorTest
{
    [Fact]
    public async Task The_tenants_own_application_asks_for_no_consent()
    {
        Assert.True((await Browser().SignInAsync("alice")).IsCallback);
    }

    [Fact]
    public async Task A_third_party_gets_the_organizations_that_the_person_lets_it_have()
    {
        var acme = Acme;
        var browser = ThirdParty();
        var page = await browser.SignInAsync("alice");
        Assert.Contains("Organizations it may know of", page.Html, StringComparison.Ordinal);

        var without = await browser.ExchangeAsync(await browser.SubmitAsync(page, ("answer", "yes")));
        var refused = await browser.RefreshAsync(without["refresh_token"]!, ("organization_id", acme));
        var again = await browser.FollowAsync(await browser.AuthorizeAsync());
        var with = await browser.ExchangeAsync(await browser.SubmitAsync(again, ("answer", "yes"), ("organization", acme)));

        Assert.Equal("organization access is not granted to the application", refused["error_description"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(with["refresh_token"]!, ("organization_id", acme))).Status);
    }

    [Fact]
    public async Task A_refusal_is_told_to_the_third_party()
    {
        var browser = ThirdParty();

        var callback = await browser.SubmitAsync(await browser.SignInAsync("alice"), ("answer", "no"));

        Assert.Equal("access_denied", callback["error"]);
        Assert.Equal(0, State.Read(tables => tables.Grants.Count));
    }

    [Fact]
    public async Task Without_a_page_a_third_party_cannot_get_consent()
    {
        var browser = ThirdParty();
        await browser.SignInAsync("alice");

        var callback = await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none")));

        Assert.Equal("consent_required", callback["error"]);
    }

    private OidcBrowser ThirdParty() => Browser(AddApplication("stranger", "Traditional", "stranger-secret", isThirdParty: true), "stranger-secret");
}
