using System.Net;
using System.Text;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>What has nothing to do with any one address: problems, pages, tags, origins, limits.</summary>
public sealed class ApiEdgeTests
{
    private const string Origin = "https://app.example.com";

    [Theory]
    [InlineData("{\"name\":", "application/json", 400, "malformed_body")]
    [InlineData("{\"name\":1}", "application/json", 400, "malformed_body")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "application/json", 400, "malformed_body")]
    [InlineData("[]", "application/json", 400, "malformed_body")]
    [InlineData("", "application/json", 400, "malformed_body")]
    [InlineData("null", "application/json", 400, "malformed_body")]
    [InlineData("name=Globex", "application/x-www-form-urlencoded", 415, "unsupported_media_type")]
    [InlineData("{}", "application/json", 400, "invalid_input")]
    public async Task What_cannot_be_read_is_a_problem_in_json_in_production_too(string body, string type, int status, string code)
    {
        foreach (var environment in new[] { "Development", "Production" })
        {
            await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Environment = environment });
            using var client = portal.CreateClient();

            var answer = await client.CallAsync(HttpMethod.Post, "/organizations", new ApiForge(portal).Token("carol", null), new StringContent(body, Encoding.UTF8, type));

            Assert.Equal((status, code, "application/problem+json"), ((int)answer.Status, answer.Code, answer.Header("Content-Type")));
        }
    }

    [Fact]
    public async Task Unknown_addresses_and_methods_are_problems_in_json_in_the_callers_language()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        var token = new ApiForge(portal).Token("carol", null);

        var unknown = await client.CallAsync(HttpMethod.Get, "/nothing", token, null, ("Accept-Language", "zh-CN"));
        var method = await client.CallAsync(HttpMethod.Put, "/organizations", token);
        var path = await client.CallAsync(HttpMethod.Get, "/organizations/..%2Fusers", token);

        Assert.Equal((HttpStatusCode.NotFound, "not_found", "未找到"), (unknown.Status, unknown.Code, unknown["title"]));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (method.Status, method.Code));
        Assert.Contains("POST", method.Header("Allow"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, path.Status);
        Assert.Equal("no-store", unknown.Header("Cache-Control"));
    }

    [Fact]
    public async Task Pages_lead_to_each_other()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        var token = new ApiForge(portal).Token("carol", null);
        foreach (var name in new[] { "A", "B", "C", "D", "E" })
        {
            Assert.Equal(HttpStatusCode.Created, (await client.CallAsync(HttpMethod.Post, "/organizations", token, new { name })).Status);
        }

        var second = await client.CallAsync(HttpMethod.Get, "/organizations?page=2&pageSize=2", token);
        var past = await client.CallAsync(HttpMethod.Get, "/organizations?page=9&pageSize=2", token);
        var wrong = await client.CallAsync(HttpMethod.Get, "/organizations?page=0&pageSize=101", token);

        Assert.Equal(["C", "D"], second.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal((2, 2, 5, "5"), (second.Json.GetProperty("page").GetInt32(), second.Json.GetProperty("pageSize").GetInt32(), second.Json.GetProperty("total").GetInt32(), second.Header("X-Total-Count")));
        const string To = "<http://localhost:5080/api/v1/organizations?page=";
        Assert.Equal($"{To}1&pageSize=2>; rel=\"first\", {To}1&pageSize=2>; rel=\"prev\", {To}3&pageSize=2>; rel=\"next\", {To}3&pageSize=2>; rel=\"last\"", second.Header("Link"));
        Assert.Equal((HttpStatusCode.OK, 0), (past.Status, past.Json.GetProperty("items").GetArrayLength()));
        Assert.DoesNotContain("next", past.Header("Link"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, 2), (wrong.Status, wrong.Json.GetProperty("errors").EnumerateObject().Count()));
    }

    [Fact]
    public async Task No_page_of_another_origin_reads_an_answer_unless_it_is_configured()
    {
        await using var closed = await PortalFactory.StartAsync();
        var options = new PortalFactoryOptions();
        options.Settings["Api:Cors:Origins:0"] = Origin;
        await using var open = await PortalFactory.StartAsync(options);
        using var shut = closed.CreateClient();
        using var client = open.CreateClient();

        foreach (var (caller, origin, allowed) in new[] { (shut, Origin, ""), (client, Origin, Origin), (client, "https://evil.example", "") })
        {
            var plain = await caller.CallAsync(HttpMethod.Get, "/organizations", null, null, ("Origin", origin));
            var preflight = await caller.CallAsync(HttpMethod.Options, "/organizations", null, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type,idempotency-key"));

            Assert.Equal((allowed, allowed), (plain.Header("Access-Control-Allow-Origin"), preflight.Header("Access-Control-Allow-Origin")));
            Assert.Equal(string.Empty, plain.Header("Access-Control-Allow-Credentials"));
        }

        using var page = await client.GetAsync(new Uri("/signed-out", UriKind.Relative));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Whoever_calls_too_often_is_told_when_to_come_again_and_others_are_not()
    {
        var options = new PortalFactoryOptions();
        options.Settings["Api:RequestsPerMinute"] = "3";
        await using var portal = await PortalFactory.StartAsync(options);
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("carol", null))).Status);
        }

        var limited = await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("carol", null));
        var other = await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("dave", null));

        Assert.Equal((HttpStatusCode.TooManyRequests, "requests_per_minute"), (limited.Status, limited.Code));
        Assert.Equal(limited.Header("Retry-After"), limited.Json.GetProperty("retryAfterSeconds").GetRawText());
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }
}
