using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>The caller's own account and notices over HTTP.</summary>
public sealed class MeApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    [Fact]
    public async Task The_account_is_read_and_changed()
    {
        var changed = await house.SendAsync("bob", HttpMethod.Put, "/me", new { name = " Bob Brown ", pictureUrl = "https://pictures.example/bob.png" });
        var language = await house.SendAsync("bob", HttpMethod.Put, "/me/language", new { language = "zh-Hans" });
        var me = await house.SendAsync("bob", HttpMethod.Get, "/me");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (changed.Status, language.Status));
        Assert.Equal((house.IdOf("bob"), "Bob Brown", "bob@example.com", "https://pictures.example/bob.png", "zh-CN"), (me["id"], me["name"], me["emailAddress"], me["pictureUrl"], me["locale"]));
    }

    [Theory]
    [InlineData("/me", "{\"name\":\"\"}", "name", "required")]
    [InlineData("/me", "{\"name\":\"Bob\",\"pictureUrl\":\"http://pictures.example/bob.png\"}", "pictureUrl", "https_required")]
    [InlineData("/me/language", "{\"language\":\"xx\"}", "language", "invalid")]
    [InlineData("/me/language", "{}", "language", "invalid")]
    public async Task What_is_wrong_has_the_names_of_the_API(string path, string body, string field, string reason)
    {
        var answer = await house.SendAsync("bob", HttpMethod.Put, path, System.Text.Json.JsonDocument.Parse(body).RootElement);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_input"), (answer.Status, answer.Code));
        Assert.Equal(reason, answer.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task A_session_of_the_portal_is_listed_and_ended()
    {
        using var browser = await house.Portal.SignInAsync("carol");

        var list = (await house.SendAsync("carol", HttpMethod.Get, "/me/sessions")).Json.GetProperty("items");
        var session = Assert.Single(list.EnumerateArray(), one => one.GetProperty("isInPortal").GetBoolean()).GetProperty("id").GetString();
        var foreign = await house.SendAsync("bob", HttpMethod.Delete, $"/me/sessions/{session}");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetOnceAsync(PortalFactory.PersonPath)).StatusCode);
        var own = await house.SendAsync("carol", HttpMethod.Delete, $"/me/sessions/{session}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (foreign.Status, own.Status));
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetOnceAsync(PortalFactory.PersonPath)).StatusCode);
    }

    [Fact]
    public async Task Notices_are_counted_listed_and_read()
    {
        await house.SendAsync("carol", HttpMethod.Post, $"/organizations/{house.Acme}/permission-requests", new { permission = "audit.read" });

        var list = await house.SendAsync("alice", HttpMethod.Get, "/me/notices");
        var asked = list.Json.GetProperty("items").EnumerateArray().First(one => one.GetProperty("kind").GetString() == "permission.asked");
        var unread = await UnreadAsync();
        await house.SendAsync("bob", HttpMethod.Post, $"/me/notices/{asked.GetProperty("id").GetInt64()}/read");
        Assert.Equal(unread, await UnreadAsync());
        await house.SendAsync("alice", HttpMethod.Post, $"/me/notices/{asked.GetProperty("id").GetInt64()}/read");
        Assert.Equal(unread - 1, await UnreadAsync());
        await house.SendAsync("alice", HttpMethod.Post, "/me/notices/read");

        Assert.Equal(("Carol", "audit.read", house.Acme), (asked.GetProperty("personName").GetString(), asked.GetProperty("permission").GetString(), asked.GetProperty("organizationId").GetString()));
        Assert.Equal(0, await UnreadAsync());
    }

    private async Task<int> UnreadAsync() => (await house.SendAsync("alice", HttpMethod.Get, "/me/notices/unread")).Json.GetProperty("unread").GetInt32();
}
