using System.Net;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Domains over HTTP, and the requests of people with an address of one.</summary>
public sealed class DomainApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Domains => $"/organizations/{house.Acme}/domains";

    private string Requests => $"/organizations/{house.Acme}/join-requests";

    [Fact]
    public async Task A_domain_is_claimed_looked_for_and_given_up()
    {
        var added = await house.SendAsync("alice", HttpMethod.Post, Domains, new { domain = "@Other.Example" });
        var again = await house.SendAsync("alice", HttpMethod.Post, Domains, new { domain = "other.example" });
        var wrong = await house.SendAsync("alice", HttpMethod.Post, Domains, new { domain = "no domain" });
        var proof = await house.SendAsync("alice", HttpMethod.Post, Domains + "/other.example/verify");
        var early = await house.SendAsync("alice", HttpMethod.Put, Domains + "/other.example/enrolment", new { enrolment = "ask" });
        var unknown = await house.SendAsync("alice", HttpMethod.Put, Domains + "/other.example/enrolment", new { enrolment = "everybody" });
        var removed = await house.SendAsync("alice", HttpMethod.Delete, Domains + "/other.example");

        Assert.Equal((HttpStatusCode.Created, "other.example"), (added.Status, added["name"]));
        Assert.Equal((HttpStatusCode.Conflict, "domain_listed"), StatusAndCode(again));
        Assert.Equal("domain_format", wrong.Json.GetProperty("errors").GetProperty("domain")[0].GetString());
        Assert.NotEqual("found", proof["proof"]);
        Assert.Equal((HttpStatusCode.Conflict, "domain_not_verified"), StatusAndCode(early));
        Assert.Equal("unknown", unknown.Json.GetProperty("errors").GetProperty("enrolment")[0].GetString());
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Contains("done", await house.OutcomesAsync("domain.add"));
        Assert.Contains("done", await house.OutcomesAsync("domain.remove"));
    }

    [Fact]
    public async Task Whoever_has_an_address_of_an_open_domain_asks_and_is_answered()
    {
        await OpenAsync("example.com");

        var offer = await house.SendAsync("dave", HttpMethod.Get, "/me/join-requests");
        Assert.Equal(house.Acme, offer.Json.GetProperty("offer").GetProperty("organizationId").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("dave")).Status);
        Assert.Equal((HttpStatusCode.Conflict, "request_open"), StatusAndCode(await AskAsync("dave")));
        Assert.Equal((1, "Let me in."), (await CountAsync(), (await OpenRequestAsync()).GetProperty("note").GetString()));

        var approve = $"{Requests}/{(await OpenRequestAsync()).GetProperty("id").GetString()}/approve";
        Assert.Equal("required", (await house.SendAsync("alice", HttpMethod.Post, approve, new { })).Json.GetProperty("errors").GetProperty("roleIds")[0].GetString());
        house.Portal.Logto.Faults.Add("POST /api/organizations/{id}/users/{userId}/roles 500");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "interrupted_undone"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Post, approve, new { roleIds = new[] { house.MemberRole } })));
        Assert.False(house.IsMember(house.Acme, "dave"));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, approve, new { roleIds = new[] { house.MemberRole } })).Status);
        Assert.True(house.IsMember(house.Acme, "dave"));
        Assert.Equal((HttpStatusCode.Conflict, "request_closed"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Post, approve, new { roleIds = new[] { house.MemberRole } })));

        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("erin")).Status);
        var mine = (await house.SendAsync("erin", HttpMethod.Get, "/me/join-requests")).Json.GetProperty("requests")[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.NotFound, (await house.SendAsync("dave", HttpMethod.Delete, $"/me/join-requests/{mine}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("erin", HttpMethod.Delete, $"/me/join-requests/{mine}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("erin")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{Requests}/{(await OpenRequestAsync()).GetProperty("id").GetString()}/decline", new { reason = "Not this year." })).Status);
        var ended = await house.SendAsync("alice", HttpMethod.Get, Requests + "?show=ended");
        Assert.Equal(["declined", "withdrawn", "approved"], ended.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("state").GetString()));
        foreach (var act in (string[])["create", "approve", "decline", "withdraw"])
        {
            Assert.Contains("done", await house.OutcomesAsync("request." + act));
        }
    }

    private async Task OpenAsync(string domain)
    {
        await house.SendAsync("alice", HttpMethod.Post, Domains, new { domain });
        Assert.Equal("found", (await house.SendAsync("alice", HttpMethod.Post, $"{Domains}/{domain}/verify"))["proof"]);
        var opened = await house.SendAsync("alice", HttpMethod.Put, $"{Domains}/{domain}/enrolment", new { enrolment = "ask" });
        Assert.True(opened.Status == HttpStatusCode.NoContent, opened.Text);
        var shown = Assert.Single((await house.SendAsync("alice", HttpMethod.Get, Domains)).Json.GetProperty("items").EnumerateArray(), one => one.GetProperty("name").GetString() == domain);
        Assert.Equal(("verified", "ask"), (shown.GetProperty("state").GetString(), shown.GetProperty("enrolment").GetString()));
    }

    private Task<ApiAnswer> AskAsync(string name) => house.SendAsync(name, HttpMethod.Post, "/me/join-requests", new { organizationId = house.Acme, note = "Let me in." });

    private async Task<JsonElement> OpenRequestAsync() => Assert.Single((await house.SendAsync("alice", HttpMethod.Get, Requests)).Json.GetProperty("items").EnumerateArray());

    private async Task<int> CountAsync() => (await house.SendAsync("alice", HttpMethod.Get, Requests + "/count")).Json.GetProperty("open").GetInt32();

    private static (HttpStatusCode Status, string Code) StatusAndCode(ApiAnswer answer) => (answer.Status, answer.Code);
}
