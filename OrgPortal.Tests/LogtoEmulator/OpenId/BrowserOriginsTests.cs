using System.Net;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class BrowserOriginsTests : EmulatorTest
{
    [Fact]
    public async Task Pages_at_the_clients_redirect_addresses_read_the_answers_and_no_others_do()
    {
        Assert.Equal("http://localhost:5173", await AllowedAsync("http://localhost:5173"));
        Assert.Null(await AllowedAsync("https://evil.example"));
    }

    [Fact]
    public async Task The_seed_has_an_application_for_browsers_and_the_api_they_ask_tokens_for()
    {
        using var client = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(Host.Address, "/oidc/token"));
        preflight.Headers.Add("Origin", "http://localhost:8000");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.False(State.Read(tables => tables.Applications.Find(EmulatorOptions.BrowserClientId)!.IsConfidential));
        Assert.Contains(EmulatorOptions.ApiResource, State.Read(tables => tables.Resources.Select(resource => resource.Indicator).ToArray()));
    }

    private async Task<string?> AllowedAsync(string origin)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Address, "/oidc/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = "none", ["client_id"] = EmulatorOptions.BrowserClientId }),
        };
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }
}
