using System.Net;
using System.Text.Json;

namespace OrgPortal.Tests.Api;

/// <summary>The overview over HTTP.</summary>
public sealed class OverviewApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    [Fact]
    public async Task An_administrator_is_told_all_and_a_member_what_members_may_know()
    {
        var all = await house.SendAsync("alice", HttpMethod.Get, $"/organizations/{house.Acme}/overview");
        var some = await house.SendAsync("bob", HttpMethod.Get, $"/organizations/{house.Acme}/overview");

        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.True(all.Json.GetProperty("members").GetInt32() > 1);
        Assert.Equal(JsonValueKind.Number, all.Json.GetProperty("openInvitations").ValueKind);
        Assert.Equal(all.Json.GetProperty("members").GetInt32(), all.Json.GetProperty("membersOverTime").EnumerateArray().Last().GetProperty("members").GetInt32());
        Assert.Empty(all.Json.GetProperty("unavailable").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, some.Status);
        Assert.False(some.Json.TryGetProperty("openInvitations", out var open) && open.ValueKind != JsonValueKind.Null);
    }
}
