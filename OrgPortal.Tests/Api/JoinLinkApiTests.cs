using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Links to join by over HTTP, from both sides.</summary>
public sealed class JoinLinkApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Links => $"/organizations/{house.Acme}/join-links";

    [Fact]
    public async Task A_link_is_made_used_replaced_switched_off_and_deleted()
    {
        var made = await MakeAsync("Summer");
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        var id = made["id"];
        var replaced = await house.SendAsync("alice", HttpMethod.Post, $"{Links}/{id}/replace");
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), StatusAndCode(await JoinAsync("dave", made["link"])));
        Assert.Equal(HttpStatusCode.NoContent, (await SwitchAsync(id, false)).Status);
        Assert.Equal((HttpStatusCode.Conflict, "join_link_ended"), StatusAndCode(await JoinAsync("dave", replaced["link"])));
        Assert.Equal(HttpStatusCode.NoContent, (await SwitchAsync(id, true)).Status);
        var joined = await JoinAsync("dave", replaced["link"]);
        Assert.Equal((HttpStatusCode.OK, house.Acme), (joined.Status, joined["organizationId"]));
        Assert.True(house.IsMember(house.Acme, "dave"));
        Assert.Equal((HttpStatusCode.Conflict, "join_link_used"), StatusAndCode(await JoinAsync("erin", replaced["link"])));
        Assert.Equal(house.IdOf("dave"), Assert.Single((await house.SendAsync("alice", HttpMethod.Get, $"{Links}/{id}/people")).Json.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        await SwitchAsync(id, false);
        var shown = Assert.Single((await house.SendAsync("alice", HttpMethod.Get, Links)).Json.GetProperty("items").EnumerateArray(), link => link.GetProperty("id").GetString() == id);
        Assert.Equal(("off", 1, "member"), (shown.GetProperty("state").GetString(), shown.GetProperty("uses").GetInt32(), shown.GetProperty("roles")[0].GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, $"{Links}/{id}")).Status);
        foreach (var act in (string[])["create", "join", "replace", "switch", "delete"])
        {
            Assert.Contains("done", await house.OutcomesAsync("join_link." + act));
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        var answer = await house.SendAsync("alice", HttpMethod.Post, Links, new { name = "", expiresInDays = 31, domains = new[] { "no domain" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["domains", "name", "roleIds"], answer.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        var switched = await house.SendAsync("alice", HttpMethod.Put, $"{Links}/{house.Of("Acme", "link")}/state", new { });
        Assert.Equal("required", switched.Json.GetProperty("errors").GetProperty("isOn")[0].GetString());
    }

    [Fact]
    public async Task When_Logto_breaks_joining_off_nobody_is_half_a_member()
    {
        var made = await house.SendAsync("dave", HttpMethod.Post, $"/organizations/{house.Globex}/join-links", new { name = "Broken", roleIds = new[] { house.MemberRole } });
        house.Portal.Logto.Faults.Add("POST /api/organizations/{id}/users/{userId}/roles 500");

        var answer = await JoinAsync("carol", made["link"]);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "interrupted_undone"), StatusAndCode(answer));
        Assert.False(house.IsMember(house.Globex, "carol"));
    }

    private Task<ApiAnswer> MakeAsync(string name) => house.SendAsync("alice", HttpMethod.Post, Links, new { name, roleIds = new[] { house.MemberRole }, expiresInDays = 30 });

    private Task<ApiAnswer> SwitchAsync(string link, bool isOn) => house.SendAsync("alice", HttpMethod.Put, $"{Links}/{link}/state", new { isOn });

    private Task<ApiAnswer> JoinAsync(string name, string link) => house.SendAsync(name, HttpMethod.Post, "/me/join", new { token = new Uri(link).Segments[^1] });

    private static (HttpStatusCode Status, string Code) StatusAndCode(ApiAnswer answer) => (answer.Status, answer.Code);
}
