using System.Net;
using System.Text.Json;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

/// <summary>Pages of a client may call the token endpoint, others may not.</summary>
public sealed class ClientOriginTests : EmulatorTest
{
    private const string Own = "http://localhost:5080";

    [Theory]
    [InlineData("token")]
    [InlineData("token/revocation")]
    public async Task A_page_of_the_client_reads_the_answer(string path)
    {
        using var answer = await PostAsync(path, Own);

        Assert.Equal(Own, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.DoesNotContain("not allowed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token/revocation")]
    public async Task Another_page_is_refused(string path)
    {
        using var answer = await PostAsync(path, "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.Equal("origin https://elsewhere.example not allowed for client: page", body.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_server_is_asked_for_no_origin()
    {
        using var answer = await PostAsync("token", null);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("origin", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preflight_is_answered_to_everybody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "oidc/token");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await Browser().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("https://elsewhere.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("content-type", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string? origin)
    {
        var client = AddApplication("page", "SPA");
        using var request = new HttpRequestMessage(HttpMethod.Post, "oidc/" + path)
        {
            Content = new FormUrlEncodedContent([new("client_id", client), new("grant_type", "refresh_token"), new("refresh_token", "unknown"), new("token", "unknown")]),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await Browser().Http.SendAsync(request);
    }
}
