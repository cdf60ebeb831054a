using System.Net;
using System.Net.Http.Headers;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class ManagementTokenTests : EmulatorTest
{
    [Fact]
    public async Task A_machines_token_opens_the_management_api_for_an_hour()
    {
        var token = await TokenAsync("all");

        var before = await ListAsync(token);
        Control.Clock.Advance(TimeSpan.FromHours(1));
        var after = await ListAsync(token);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Unauthorized, after);
    }

    [Fact]
    public async Task A_token_without_the_scope_opens_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await ListAsync(await TokenAsync("bogus")));
    }

    [Fact]
    public async Task Tokens_for_somebody_else_and_id_tokens_open_nothing()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));
        var organization = await browser.RefreshAsync(tokens["refresh_token"]!, ("organization_id", Acme));

        Assert.Equal(HttpStatusCode.Unauthorized, await ListAsync(tokens["id_token"]!));
        Assert.Equal(HttpStatusCode.Unauthorized, await ListAsync(organization["access_token"]!));
    }

    [Fact]
    public async Task Each_emulator_trusts_only_itself()
    {
        await using var other = await OrgPortal.LogtoEmulator.EmulatorApplication.StartAsync(Options);
        using var foreign = new OidcBrowser(other.Address, Machine().ClientId, Machine().ClientSecret);
        var token = (await foreign.TokenAsync(Grant("all")))["access_token"]!;

        Assert.NotEqual(Host.Address, other.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, await ListAsync(token));
    }

    private async Task<string> TokenAsync(string scope) => (await Machine().TokenAsync(Grant(scope)))["access_token"]!;

    private static (string, string?)[] Grant(string scope) =>
        [("grant_type", "client_credentials"), ("resource", "https://default.logto.app/api"), ("scope", scope)];

    private async Task<HttpStatusCode> ListAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/organizations");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Machine().Http.SendAsync(request);
        return answer.StatusCode;
    }
}
