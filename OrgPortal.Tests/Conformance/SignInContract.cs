using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class SignInContract(ContractHosts hosts)
{
    private const string Organizations = ContractBrowser.Organizations;

    [Theory, Contract]
    public async Task Refresh_tokens_come_with_offline_access_and_consent_only(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        using var browser = await BrowserAsync(api);

        var without = await browser.TokensAsync(user, parameters: ("prompt", null));
        var with = await browser.ExchangeAsync(await browser.GoOnAsync());

        Assert.False(without.Json.TryGetProperty("refresh_token", out _));
        Assert.True(with.Json.TryGetProperty("refresh_token", out _));
        Assert.Equal(user.Id, ContractBrowser.Claims(with, "id_token").GetProperty("sub").GetString());
    }

    [Theory, Contract]
    public async Task When_somebody_proved_who_they_are_is_told_to_those_only_who_ask(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        using var browser = await BrowserAsync(api);

        var silent = await browser.TokensAsync(user);
        var asked = await browser.ExchangeAsync(await browser.GoOnAsync(parameters: ("max_age", "31536000")));
        var anew = await browser.TokensAsync(user, parameters: ("prompt", "login consent"));

        Assert.False(ContractBrowser.Claims(silent, "id_token").TryGetProperty("auth_time", out _));
        var before = ContractBrowser.Claims(asked, "id_token").GetProperty("auth_time").GetInt64();
        Assert.True(ContractBrowser.Claims(anew, "id_token").GetProperty("auth_time").GetInt64() >= before);
        Assert.True(anew.Json.TryGetProperty("refresh_token", out _));
    }

    [Theory, Contract]
    public async Task Nobody_goes_on_without_proof_who_was_asked_for_it(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var browser = await BrowserAsync(api);
        await browser.TokensAsync(await api.CreateUserAsync());

        // A page comes, and nobody is there to answer it.
        Assert.False((await browser.GoOnAsync(parameters: ("prompt", "login consent"))).ContainsKey("code"));
    }

    [Theory, Contract]
    public async Task A_code_that_is_used_twice_takes_back_what_it_gave(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var browser = await BrowserAsync(api);
        var callback = await browser.SignInAsync(await api.CreateUserAsync());

        var first = await browser.ExchangeAsync(callback);
        var second = await browser.ExchangeAsync(callback);

        Assert.Equal(200, first.Status);
        Assert.Equal("invalid_grant", second.Text("error"));
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(first)).Text("error"));
    }

    [Theory, Contract]
    public async Task An_organization_token_has_what_was_asked_for_and_the_roles_give_now(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var (read, write) = (api.Name("read"), api.Name("write"));
        var (readId, writeId) = (await api.CreateScopeAsync(read), await api.CreateScopeAsync(write));
        var (reader, writer) = (await api.CreateRoleAsync("reader", "User", readId), await api.CreateRoleAsync("writer", "User", readId, writeId));
        var user = await api.CreateUserAsync();
        await api.AddMemberAsync(organization, user, reader);
        using var browser = await BrowserAsync(api);
        var asked = await browser.TokensAsync(user, $"{ContractBrowser.Scope} {read} {write}", ("resource", Organizations));

        var before = await browser.RefreshAsync(asked, ("organization_id", organization));
        await api.PutAsync($"api/organizations/{organization}/users/{user.Id}/roles", new { organizationRoleIds = new[] { writer } });
        var after = await browser.RefreshAsync(asked, ("organization_id", organization));
        var narrowed = await browser.RefreshAsync(asked, ("organization_id", organization), ("scope", write));

        Assert.Equal(read, before.Text("scope"));
        Assert.Equal([read, write], after.Text("scope").Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal(write, narrowed.Text("scope"));
        Assert.False(narrowed.Json.TryGetProperty("id_token", out _));
        Assert.Equal("urn:logto:organization:" + organization, ContractBrowser.Claims(after, "access_token").GetProperty("aud").GetString());
    }

    [Theory, Contract]
    public async Task Permissions_that_were_not_asked_for_at_sign_in_are_not_to_be_had(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var read = api.Name("read");
        var user = await api.CreateUserAsync();
        await api.AddMemberAsync(organization, user, await api.CreateRoleAsync("reader", "User", await api.CreateScopeAsync(read)));
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(user, $"{ContractBrowser.Scope} {read}"); // without the organizations' resource

        Assert.Equal("", (await browser.RefreshAsync(tokens, ("organization_id", organization))).Text("scope"));
        Assert.Equal("invalid_scope", (await browser.RefreshAsync(tokens, ("scope", read))).Text("error"));
    }

    [Theory, Contract]
    public async Task Strangers_and_missing_factors_are_told_apart_by_their_description(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (member, user) = (await api.CreateOrganizationAsync(), await api.CreateUserAsync());
        var other = await api.CreateOrganizationAsync();
        await api.AddMemberAsync(member, user);
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(user);
        await api.PatchAsync($"api/organizations/{member}", new { isMfaRequired = true });

        var factor = await browser.RefreshAsync(tokens, ("organization_id", member));
        await api.PostAsync($"api/users/{user.Id}/mfa-verifications", new { type = "Totp" });

        Assert.Equal((403, "access_denied", "organization requires MFA but user has no MFA configured"), Denial(factor));
        Assert.Equal((403, "access_denied", "user is not a member of the organization"), Denial(await browser.RefreshAsync(tokens, ("organization_id", other))));
        Assert.Equal((403, "access_denied", "user is not a member of the organization"), Denial(await browser.RefreshAsync(tokens, ("organization_id", "nonexistent00"))));
        Assert.Equal(200, (await browser.RefreshAsync(tokens, ("organization_id", member))).Status);
    }

    [Theory, Contract]
    public async Task Without_the_organizations_scope_there_is_no_organization_token(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (organization, user) = (await api.CreateOrganizationAsync(), await api.CreateUserAsync());
        await api.AddMemberAsync(organization, user);
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(user, "openid offline_access");

        var refused = await browser.RefreshAsync(tokens, ("organization_id", organization));

        Assert.Equal((403, "insufficient_scope"), (refused.Status, refused.Text("error")));
    }

    [Theory, Contract]
    public async Task The_scopes_of_an_API_are_frozen_at_sign_in_and_only_become_fewer(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var indicator = $"https://{api.Name("api")}.example";
        var resource = (await api.MadeAsync("api/resources", new { name = api.Name("api"), indicator }, 201)).Text("id");
        var (read, write) = (await ApiScopeAsync(api, resource, "read"), await ApiScopeAsync(api, resource, "write"));
        var (organization, user) = (await api.CreateOrganizationAsync(), await api.CreateUserAsync());
        var (reader, writer) = (await ApiRoleAsync(api, read.Id), await ApiRoleAsync(api, write.Id));
        await api.AddMemberAsync(organization, user, reader);
        using var browser = await BrowserAsync(api);
        var scope = $"{ContractBrowser.Scope} {read.Name} {write.Name}";
        var tokens = await browser.TokensAsync(user, scope, ("resource", indicator));

        var held = await browser.RefreshAsync(tokens, ("resource", indicator), ("organization_id", organization));
        await api.PostAsync($"api/organizations/{organization}/users/{user.Id}/roles", new { organizationRoleIds = new[] { writer } });
        var frozen = await browser.RefreshAsync(tokens, ("resource", indicator), ("organization_id", organization));
        var anew = await browser.ExchangeAsync(await browser.GoOnAsync(scope, ("resource", indicator)), ("resource", indicator));
        await api.PutAsync($"api/organizations/{organization}/users/{user.Id}/roles", new { organizationRoleIds = new[] { writer } });
        var fewer = await browser.RefreshAsync(tokens, ("resource", indicator), ("organization_id", organization));

        Assert.Equal(read.Name, held.Text("scope"));
        Assert.Equal(organization, ContractBrowser.Claims(held, "access_token").GetProperty("organization_id").GetString());
        Assert.Equal(read.Name, frozen.Text("scope"));
        Assert.Contains(write.Name, anew.Text("scope").Split(' '));
        Assert.DoesNotContain(read.Name, fewer.Text("scope").Split(' '));
        Assert.Equal("invalid_target", (await browser.RefreshAsync(tokens, ("resource", "https://default.logto.app/api"))).Text("error"));
    }

    [Theory, Contract]
    public async Task Claims_tell_organizations_by_id_and_roles_by_name(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (organization, user, role) = (await api.CreateOrganizationAsync(), await api.CreateUserAsync(), await api.CreateRoleAsync("role"));
        var name = (await api.GetAsync($"api/organization-roles/{role}")).Text("name");
        await api.AddMemberAsync(organization, user, role);
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(user);

        var claims = ContractBrowser.Claims(tokens, "id_token");
        using var request = new HttpRequestMessage(HttpMethod.Get, "oidc/me") { Headers = { { "Authorization", "Bearer " + tokens.Text("access_token") } } };
        var info = await api.SendAsync(request);

        Assert.Equal(organization, claims.GetProperty("organizations")[0].GetString());
        Assert.Equal($"{organization}:{name}", claims.GetProperty("organization_roles")[0].GetString());
        Assert.False(claims.TryGetProperty("organization_data", out _));
        Assert.Equal(organization, info.Json.GetProperty("organization_data")[0].GetProperty("id").GetString());
        Assert.DoesNotContain('.', tokens.Text("access_token"));
    }

    [Theory, Contract]
    public async Task A_suspension_ends_refresh_tokens_for_good(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(user);

        await api.PatchAsync($"api/users/{user.Id}/is-suspended", new { isSuspended = true });
        var during = await browser.RefreshAsync(tokens);
        await api.PatchAsync($"api/users/{user.Id}/is-suspended", new { isSuspended = false });

        Assert.Equal("invalid_grant", during.Text("error"));
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens)).Text("error"));
    }

    [Theory, Contract]
    public async Task Signing_out_ends_the_session_but_not_the_refresh_token(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var browser = await BrowserAsync(api);
        var tokens = await browser.TokensAsync(await api.CreateUserAsync());
        var before = await browser.GoOnAsync(parameters: ("prompt", "none"));

        await browser.SignOutAsync(tokens);

        Assert.True(before.ContainsKey("code"));
        Assert.Equal("login_required", (await browser.GoOnAsync(parameters: ("prompt", "none")))["error"]);
        Assert.Equal(200, (await browser.RefreshAsync(tokens)).Status);
    }

    [Theory, Contract]
    public async Task Silently_only_what_was_granted_before_is_to_be_had(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var browser = await BrowserAsync(api);
        await browser.TokensAsync(await api.CreateUserAsync(), "openid profile");

        var more = await browser.GoOnAsync("openid profile email", ("prompt", "none"));

        Assert.Equal("consent_required", more["error"]);
        Assert.True((await browser.GoOnAsync("openid", ("prompt", "none"))).ContainsKey("code"));
    }

    private static async Task<ContractBrowser> BrowserAsync(ContractHost api) => new(api, await api.CreateApplicationAsync("Traditional"));

    private static (int Status, string Error, string Description) Denial(Reply reply) =>
        (reply.Status, reply.Text("error"), reply.Text("error_description"));

    private static async Task<(string Id, string Name)> ApiScopeAsync(ContractHost api, string resource, string what)
    {
        var name = api.Name(what);
        return ((await api.PostAsync($"api/resources/{resource}/scopes", new { name })).Text("id"), name);
    }

    private static async Task<string> ApiRoleAsync(ContractHost api, string scope)
    {
        var role = await api.CreateRoleAsync("role");
        await api.PostAsync($"api/organization-roles/{role}/resource-scopes", new { scopeIds = new[] { scope } });
        return role;
    }
}
