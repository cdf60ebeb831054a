using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class OneTimeTokenContract(ContractHosts hosts)
{
    private const string All = "api/one-time-tokens";

    [Theory, Contract]
    public async Task A_token_is_good_for_ten_minutes_and_one_use_by_the_exact_address(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var email = api.Name("guest") + "@contract.example";
        var made = await api.MadeAsync(All, new { email, context = new { anything = "dropped" } }, 201);
        var use = new { token = made.Text("token"), email };

        Assert.Matches("^[A-Za-z0-9]{32}$", made.Text("token"));
        Assert.InRange(made.Json.GetProperty("expiresAt").GetInt64() - made.Json.GetProperty("createdAt").GetInt64(), 599_000, 601_000);
        Assert.Equal("{}", made.Json.GetProperty("context").GetRawText());
        Assert.Equal((400, "one_time_token.email_mismatch"), Refusal(await api.PostAsync(All + "/verify", use with { email = email.ToUpperInvariant() })));
        Assert.Equal((200, "consumed"), Outcome(await api.PostAsync(All + "/verify", use)));
        Assert.Equal((400, "one_time_token.token_consumed"), Refusal(await api.PostAsync(All + "/verify", use)));
        Assert.Equal((404, "one_time_token.token_not_found"), Refusal(await api.PostAsync(All + "/verify", use with { token = "nonsense" })));
    }

    [Theory, Contract]
    public async Task A_token_can_be_revoked_but_not_revived(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var email = api.Name("guest") + "@contract.example";
        var made = await api.MadeAsync(All, new { email }, 201);
        var path = $"{All}/{made.Text("id")}";

        Assert.Equal((200, "revoked"), Outcome(await api.PutAsync(path + "/status", new { status = "revoked" })));
        Assert.Equal((400, "one_time_token.token_revoked"), Refusal(await api.PostAsync(All + "/verify", new { token = made.Text("token"), email })));
        Assert.Equal((400, "one_time_token.cannot_reactivate_token"), Refusal(await api.PutAsync(path + "/status", new { status = "active" })));
        Assert.Equal((404, "entity.not_exists_with_id"), Refusal(await api.GetAsync(All + "/nonexistent00")));
    }

    [Theory, Contract]
    public async Task A_token_that_is_too_old_is_refused_as_such_even_if_it_was_used(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var email = api.Name("guest") + "@contract.example";
        var made = await api.MadeAsync(All, new { email, expiresIn = 2 }, 201);
        var use = new { token = made.Text("token"), email };
        await api.PostAsync(All + "/verify", use);
        await api.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal((400, "one_time_token.token_expired"), Refusal(await api.PostAsync(All + "/verify", use)));
    }

    [Theory, Contract]
    public async Task Verifying_puts_nobody_into_an_organization_but_signing_in_does_with_its_roles(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (organization, role) = (await api.CreateOrganizationAsync(), await api.CreateRoleAsync("role"));
        await api.PostAsync($"api/organizations/{organization}/jit/roles", new { organizationRoleIds = new[] { role } });
        var user = await api.CreateUserAsync();
        var context = new { jitOrganizationIds = new[] { organization } };
        var verified = await api.MadeAsync(All, new { email = user.Email, context }, 201);
        await api.PostAsync(All + "/verify", new { token = verified.Text("token"), email = user.Email });
        var before = (await api.GetAsync($"api/organizations/{organization}/users")).Count;
        var link = await api.MadeAsync(All, new { email = user.Email, context }, 201);
        using var browser = new ContractBrowser(api, await api.CreateApplicationAsync("Traditional"));

        var tokens = await browser.ExchangeAsync(await browser.SignInByLinkAsync(user.Email, link.Text("token")));

        Assert.Equal(0, before);
        Assert.Equal(user.Id, ContractBrowser.Claims(tokens, "id_token").GetProperty("sub").GetString());
        Assert.Equal([role], (await api.GetAsync($"api/organizations/{organization}/users/{user.Id}/roles")).All("id"));
        Assert.Equal("consumed", (await api.GetAsync($"{All}/{link.Text("id")}")).Text("status"));
        using var other = new ContractBrowser(api, await api.CreateApplicationAsync("Traditional"));
        Assert.Empty(await other.SignInByLinkAsync(user.Email, link.Text("token")));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);

    private static (int Status, string State) Outcome(Reply reply) => (reply.Status, reply.Text("status"));
}
