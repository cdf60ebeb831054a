using System.Net.Http.Headers;
using System.Text;
using OrgPortal.LogtoEmulator.Management;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class RouteTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    [Theory]
    [InlineData("/api/nope")]
    [InlineData("/api/organizations/some/nope")]
    [InlineData("/api/organization-invitations/some/nope")]
    public async Task An_unknown_route_is_a_plain_404(string path)
    {
        var reply = await Api.GetAsync(path);

        Assert.Equal((404, "text/plain", "Not Found"), (reply.Status, reply.MediaType, reply.Body));
    }

    [Fact]
    public async Task A_route_that_only_a_real_Logto_has_names_the_gap()
    {
        var reply = await Api.GetAsync("/api/domains");

        Assert.Equal((501, "not emulated: GET /api/domains"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones_without_a_token()
    {
        var reply = await Api.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/api/organizations/some"));

        Assert.Equal((405, "text/plain"), (reply.Status, reply.MediaType));
        Assert.Equal("DELETE, GET, HEAD, PATCH", string.Join(", ", reply.Headers["Allow"]));
    }

    [Fact]
    public async Task Options_are_answered_with_the_methods() =>
        Assert.Equal(200, (await Api.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/organizations"))).Status);

    [Fact]
    public async Task Broken_JSON_is_refused_without_a_code()
    {
        var reply = await PostRawAsync("{bad json", "application/json");

        Assert.Equal((400, null), (reply.Status, reply.Code));
        Assert.NotEmpty(reply.Text("message"));
    }

    [Fact]
    public async Task A_form_counts_as_an_object() =>
        Assert.Equal(201, (await PostRawAsync("name=Form", "application/x-www-form-urlencoded")).Status);

    [Fact]
    public async Task A_plain_text_is_no_object() =>
        Assert.Equal("guard.invalid_input", (await PostRawAsync("""{"name":"Text"}""", "text/plain")).Code);

    [Fact]
    public async Task A_body_of_two_megabytes_finds_no_route() =>
        Assert.Equal(404, (await PostRawAsync($$"""{"name":"{{new string('x', 2_000_000)}}"}""", "application/json")).Status);

    [Fact]
    public async Task A_NUL_character_breaks_the_server()
    {
        var reply = await Api.PostAsync("/api/organizations", new { name = "nul\0byte" });

        Assert.Equal((500, null), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_twice()
    {
        var first = await Api.GetAsync("/api/organizations");
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/organizations");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ManagementHost.AllPowerful);
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers["ETag"].Single()));

        Assert.Equal(304, (await Api.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Every_route_is_described_to_anybody()
    {
        using var response = await Api.Client.GetAsync("/api/swagger.json");
        var paths = (await Reply.ReadAsync(response)).Json.GetProperty("paths");

        Assert.All(ManagementApi.Routes(), route => Assert.True(paths
            .GetProperty("/api" + route.Pattern)
            .TryGetProperty(route.Method.ToLowerInvariant(), out _)));
    }

    [Fact]
    public void No_route_is_mapped_twice() =>
        Assert.Distinct(ManagementApi.Routes().Select(route => $"{route.Method} {route.Pattern}"));

    private Task<Reply> PostRawAsync(string body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/organizations")
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ManagementHost.AllPowerful);
        return Api.SendAsync(request);
    }
}
