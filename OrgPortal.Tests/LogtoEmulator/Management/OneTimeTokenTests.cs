using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OneTimeTokenTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/one-time-tokens";

    [Fact]
    public async Task Nothing_about_a_new_token_is_checked_and_nothing_is_mailed()
    {
        var reply = await Api.PostAsync(All, new { email = "bad", context = new { jitOrganizationIds = new[] { "gone" }, other = 1 } });

        Assert.Equal((201, "active"), (reply.Status, reply.Text("status")));
        Assert.Equal("""{"jitOrganizationIds":["gone"]}""", reply.Json.GetProperty("context").GetRawText());
        Assert.Equal(Api.Now + 600_000, reply.Json.GetProperty("expiresAt").GetInt64());
        Assert.Matches("^[A-Za-z0-9]{32}$", reply.Text("token"));
        Assert.Equal(0, Api.State.Read(tables => tables.Mailbox.Count));
    }

    [Fact]
    public async Task A_token_is_used_once()
    {
        var token = await CreateAsync("new@example.com");

        Assert.Equal("consumed", (await VerifyAsync("new@example.com", token)).Text("status"));
        Assert.Equal((400, "one_time_token.token_consumed"), Outcome(await VerifyAsync("new@example.com", token)));
    }

    [Fact]
    public async Task The_address_is_compared_with_case()
    {
        var token = await CreateAsync("new@example.com");

        Assert.Equal((400, "one_time_token.email_mismatch"), Outcome(await VerifyAsync("New@example.com", token)));
        Assert.Equal((404, "one_time_token.token_not_found"), Outcome(await VerifyAsync("new@example.com", "nope")));
    }

    [Fact]
    public async Task A_token_expires_by_itself()
    {
        var token = await CreateAsync("new@example.com");
        Api.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((400, "one_time_token.token_expired"), Outcome(await VerifyAsync("new@example.com", token)));
        Assert.Equal(["expired"], (await Api.GetAsync(All)).All("status"));
    }

    [Fact]
    public async Task A_consumed_token_can_be_revoked_but_none_comes_back()
    {
        var token = await CreateAsync("new@example.com");
        var id = (await VerifyAsync("new@example.com", token)).Text("id");

        Assert.Equal("revoked", (await Api.PutAsync($"{All}/{id}/status", new { status = "revoked" })).Text("status"));
        Assert.Equal(
            (400, "one_time_token.cannot_reactivate_token"),
            Outcome(await Api.PutAsync($"{All}/{id}/status", new { status = "active" })));
    }

    [Fact]
    public async Task Verifying_provisions_nobody_and_signing_in_does()
    {
        var reply = await Api.PostAsync(All, new { email = "dave@example.com", context = new { jitOrganizationIds = new[] { Api.Acme, "gone" } } });
        await Api.PostAsync($"/api/organizations/{Api.Acme}/jit/roles", new { organizationRoleIds = new[] { Api.Role("member") } });
        await VerifyAsync("dave@example.com", reply.Text("token"));
        Assert.Equal(0, (await Api.GetAsync($"/api/users/{Api.User("dave")}/organizations")).Count);

        Api.State.Write(tables => tables.ProvisionOrganizations(
            Api.User("dave"), tables.OneTimeTokens.Find(reply.Text("id"))!.Context.JitOrganizationIds!.Value));

        var organization = Assert.Single((await Api.GetAsync($"/api/users/{Api.User("dave")}/organizations")).Json.EnumerateArray());
        Assert.Equal("member", organization.GetProperty("organizationRoles")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_total_counts_what_the_filter_leaves_out()
    {
        await CreateAsync("one@example.com");
        await CreateAsync("two@example.com");

        var reply = await Api.GetAsync($"{All}?email=one%40example.com&page=1");

        Assert.Equal((1, "2"), (reply.Count, reply.Total));
    }

    private static (int, string?) Outcome(Reply reply) => (reply.Status, reply.Code);

    private async Task<string> CreateAsync(string email) => (await Api.PostAsync(All, new { email })).Text("token");

    private Task<Reply> VerifyAsync(string email, string token) => Api.PostAsync($"{All}/verify", new { email, token });
}
