using System.Net;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Members over HTTP, as those who may.</summary>
public sealed class MemberApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Members => $"/organizations/{house.Acme}/members";

    [Fact]
    public async Task Members_are_listed_found_sorted_and_paged()
    {
        var all = await house.SendAsync("alice", HttpMethod.Get, Members + "?sort=-name&pageSize=2");

        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal("3", all.Header("X-Total-Count"));
        Assert.Equal(3, all.Json.GetProperty("total").GetInt32());
        Assert.Equal(["Carol", "Bob"], Names(all));
        Assert.Contains("page=2&pageSize=2>; rel=\"next\"", all.Header("Link"), StringComparison.Ordinal);
        Assert.Equal(["Alice"], Names(await house.SendAsync("alice", HttpMethod.Get, Members + $"?role={house.AdministratorRole}")));
        Assert.Equal(["Bob"], Names(await house.SendAsync("alice", HttpMethod.Get, Members + "?search=BOB@")));
    }

    [Theory]
    [InlineData("sort=age", "sort", "unknown")]
    [InlineData("standing=gone", "standing", "unknown")]
    [InlineData("role=a/b", "role", "invalid")]
    [InlineData("page=0", "page", "out_of_range")]
    [InlineData("pageSize=101", "pageSize", "out_of_range")]
    public async Task A_query_that_is_not_understood_is_named(string query, string field, string reason)
    {
        var answer = await house.SendAsync("alice", HttpMethod.Get, $"{Members}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_input"), (answer.Status, answer.Code));
        Assert.Equal(reason, answer.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task A_member_is_read_with_permissions_and_the_role_they_come_through()
    {
        var alice = await house.SendAsync("alice", HttpMethod.Get, $"{Members}/{house.IdOf("alice")}");
        var carol = await house.SendAsync("carol", HttpMethod.Get, Members + "/me");

        var permission = Assert.Single(alice.Json.GetProperty("permissions").EnumerateArray(), one => one.GetProperty("permission").GetString() == "members.invite");
        Assert.True(permission.GetProperty("isHeld").GetBoolean());
        Assert.Equal("admin", permission.GetProperty("through")[0].GetString());
        Assert.Equal(house.IdOf("carol"), carol.Json.GetProperty("member").GetProperty("id").GetString());
        Assert.DoesNotContain(carol.Json.GetProperty("permissions").EnumerateArray(), one => one.GetProperty("isHeld").GetBoolean());
    }

    [Fact]
    public async Task Roles_change_for_whoever_saw_the_latest_and_for_nobody_else()
    {
        var roles = $"{Members}/{house.IdOf("bob")}/roles";
        var tag = (await house.SendAsync("alice", HttpMethod.Get, roles)).Header("ETag");
        object both = new { roleIds = new[] { house.MemberRole, house.AdministratorRole } };

        Assert.Equal((HttpStatusCode.PreconditionRequired, "precondition_required"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, roles, both)));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, roles, both, ("If-Match", tag))).Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, roles, new { roleIds = new[] { house.MemberRole } }, ("If-Match", tag))));

        Assert.Equal(["admin", "member"], RoleNames((await house.SendAsync("alice", HttpMethod.Get, roles)).Json));
        Assert.Equal("done", (await house.OutcomesAsync("member.roles.change"))[0]);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, roles, new { roleIds = new[] { house.MemberRole } }, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task The_rules_of_the_pages_hold_over_http()
    {
        var own = $"{Members}/{house.IdOf("alice")}";

        Assert.Equal((HttpStatusCode.Conflict, "own_membership"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Delete, own)));
        Assert.Equal((HttpStatusCode.Conflict, "last_administrator"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, own + "/roles", new { roleIds = Array.Empty<string>() }, ("If-Match", "*"))));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_input"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, $"{Members}/{house.IdOf("bob")}/end", new { endsAt = "2001-01-01T00:00:00Z" })));
        var unknown = await house.SendAsync("alice", HttpMethod.Put, $"{Members}/{house.IdOf("bob")}/roles", new { roleIds = new[] { "unknown" } }, ("If-Match", "*"));
        Assert.Equal("unknown_role", unknown.Json.GetProperty("errors").GetProperty("roleIds")[0].GetString());
    }

    [Fact]
    public async Task A_membership_gets_an_end_and_loses_it()
    {
        var bob = $"{Members}/{house.IdOf("bob")}";
        var endsAt = DateTimeOffset.UtcNow.Date.AddDays(30);

        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, bob + "/end", new { endsAt = endsAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) })).Status);
        Assert.Equal(endsAt, (await house.SendAsync("alice", HttpMethod.Get, bob)).Json.GetProperty("member").GetProperty("end").GetProperty("endsAt").GetDateTimeOffset().UtcDateTime);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, bob + "/end")).Status);
        Assert.Equal(JsonValueKind.Null, (await house.SendAsync("alice", HttpMethod.Get, bob)).Json.GetProperty("member").GetProperty("end").ValueKind);
        Assert.Equal(["done", "done"], await house.OutcomesAsync("member.term.set"));
    }

    [Fact]
    public async Task Somebody_is_removed_listed_as_former_and_comes_back()
    {
        house.Join(house.Acme, "dave", house.MemberRole);
        var dave = house.IdOf("dave");

        var terms = await house.SendAsync("alice", HttpMethod.Get, $"{Members}/{dave}/removal");
        var removed = await house.SendAsync("alice", HttpMethod.Delete, $"{Members}/{dave}?invitations=revoke");
        var former = await house.SendAsync("alice", HttpMethod.Get, $"/organizations/{house.Acme}/former-members?search=dave");
        var back = await house.SendAsync("alice", HttpMethod.Post, $"/organizations/{house.Acme}/former-members/{dave}/reinstate");

        Assert.Equal(["member"], RoleNames(terms.Json));
        Assert.Equal((HttpStatusCode.OK, 0), (removed.Status, removed.Json.GetProperty("invitationsLeft").GetInt32()));
        Assert.Equal("removed", Assert.Single(former.Json.GetProperty("items").EnumerateArray()).GetProperty("how").GetString());
        Assert.Equal("member", back.Json.GetProperty("roles")[0].GetString());
        Assert.True(house.IsMember(house.Acme, "dave"));
        Assert.Equal("done", (await house.OutcomesAsync("member.remove"))[0]);
        Assert.Equal("done", (await house.OutcomesAsync("member.reinstate"))[0]);
        Assert.Equal(HttpStatusCode.OK, (await house.SendAsync("alice", HttpMethod.Delete, $"{Members}/{dave}")).Status);
    }

    [Fact]
    public async Task When_Logto_breaks_a_removal_off_the_member_stays_and_the_record_says_so()
    {
        house.Portal.Logto.Faults.Add("DELETE /api/organizations/{id}/users/{userId} 500");

        var answer = await house.SendAsync("alice", HttpMethod.Delete, $"{Members}/{house.IdOf("bob")}");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), StatusAndCode(answer));
        Assert.True(house.IsMember(house.Acme, "bob"));
        Assert.Equal("failed", (await house.OutcomesAsync("member.remove"))[0]);
    }

    [Fact]
    public async Task The_export_asks_for_a_proof_of_identity()
    {
        var without = await house.SendAsync("alice", HttpMethod.Get, Members + "/export");
        var with = await house.SendAsync("alice", HttpMethod.Get, Members + "/export?format=json_lines", null, ("Identity-Proof", house.IdTokenOf("alice")));

        Assert.Equal((HttpStatusCode.Unauthorized, "reauthentication_required"), StatusAndCode(without));
        Assert.Contains("insufficient_user_authentication", without.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, with.Status);
        Assert.Contains("bob@example.com", with.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lacks_a_permission_finds_who_can_help_and_asks_once_a_day()
    {
        var helpers = await house.SendAsync("carol", HttpMethod.Get, $"/organizations/{house.Acme}/administrators");
        var ask = new { permission = "members.invite" };

        Assert.Equal(["Alice"], Names(helpers));
        Assert.DoesNotContain("example.com", helpers.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("carol", HttpMethod.Post, $"/organizations/{house.Acme}/permission-requests", ask)).Status);
        var again = await house.SendAsync("carol", HttpMethod.Post, $"/organizations/{house.Acme}/permission-requests", ask);
        Assert.Equal((HttpStatusCode.TooManyRequests, "permission_asks"), StatusAndCode(again));
        Assert.NotEmpty(again.Header("Retry-After"));
    }

    [Fact]
    public async Task Second_factors_are_listed() =>
        Assert.Equal(0, (await house.SendAsync("alice", HttpMethod.Get, $"{Members}/{house.IdOf("bob")}/second-factors")).Json.GetProperty("total").GetInt32());

    private static (HttpStatusCode Status, string Code) StatusAndCode(ApiAnswer answer) => (answer.Status, answer.Code);

    private static IEnumerable<string?> Names(ApiAnswer page) => page.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("name").GetString());

    private static IEnumerable<string?> RoleNames(JsonElement holder) => holder.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("name").GetString());
}
