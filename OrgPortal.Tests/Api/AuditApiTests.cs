using System.Net;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>The audit trail over HTTP.</summary>
public sealed class AuditApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Audit => $"/organizations/{house.Acme}/audit";

    [Fact]
    public async Task Records_are_filtered()
    {
        var removed = await house.SendAsync("alice", HttpMethod.Get, $"{Audit}?actor={house.IdOf("alice")}&action=member.remove&outcome=done&search=erin");

        var record = Assert.Single(removed.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("Alice", "Erin", JsonValueKind.Object), (record.GetProperty("actorName").GetString(), record.GetProperty("targetName").GetString(), record.GetProperty("before").ValueKind));
        Assert.Matches("^[0-9a-f]{32}$", record.GetProperty("correlationId").GetString());
        Assert.Empty((await house.SendAsync("alice", HttpMethod.Get, Audit + "?from=2001-01-01&to=2001-01-02")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_trail_goes_on_behind_a_cursor()
    {
        for (var i = 0; i < 30; i++)
        {
            await house.SendAsync("alice", HttpMethod.Post, $"/organizations/{house.Acme}/join-links", new { name = "Interns", roleIds = new[] { house.MemberRole } });
            await house.SendAsync("carol", HttpMethod.Post, $"/organizations/{house.Acme}/join-links", new { name = "Interns", roleIds = new[] { house.MemberRole } });
        }

        var first = await house.SendAsync("alice", HttpMethod.Get, Audit);
        var next = await house.SendAsync("alice", HttpMethod.Get, $"{Audit}?after={first["next"]}");
        var wrong = await house.SendAsync("alice", HttpMethod.Get, $"{Audit}?after=yesterday");

        Assert.Equal(50, first.Json.GetProperty("items").GetArrayLength());
        Assert.Empty(Sequences(first).Intersect(Sequences(next)));
        Assert.True(Sequences(next).Max() < Sequences(first).Min());
        Assert.Equal("invalid", wrong.Json.GetProperty("errors").GetProperty("after")[0].GetString());
    }

    [Fact]
    public async Task People_and_their_histories_are_listed_and_the_trail_is_exported()
    {
        var actors = await house.SendAsync("alice", HttpMethod.Get, Audit + "/actors");
        var history = await house.SendAsync("alice", HttpMethod.Get, $"{Audit}/people/{house.IdOf("erin")}");
        var csv = await house.SendAsync("alice", HttpMethod.Get, Audit + "/export?action=member.remove");
        var lines = await house.SendAsync("alice", HttpMethod.Get, Audit + "/export?format=json_lines");
        var wrong = await house.SendAsync("alice", HttpMethod.Get, Audit + "/export?format=xml");

        Assert.Contains(actors.Json.GetProperty("items").EnumerateArray(), one => one.GetProperty("name").GetString() == "Alice");
        Assert.Contains(history.Json.EnumerateArray(), one => one.GetProperty("action").GetString() == "member.remove");
        Assert.StartsWith("text/csv", csv.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("member.remove", csv.Text, StringComparison.Ordinal);
        Assert.StartsWith("application/jsonl", lines.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("done", await house.OutcomesAsync("audit.export"));
    }

    private static IEnumerable<long> Sequences(ApiAnswer part) => [.. part.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("sequence").GetInt64())];
}
