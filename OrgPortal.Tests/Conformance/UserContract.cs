using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class UserContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task People_are_found_by_field_mode_and_case(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        var address = Uri.EscapeDataString(user.Email);

        Assert.Equal([user.Id], (await api.GetAsync($"api/users?search.primaryEmail={address}&mode.primaryEmail=exact")).All("id"));
        Assert.Equal([user.Id], (await api.GetAsync($"api/users?search.primaryEmail={address.ToUpperInvariant()}&mode=exact")).All("id"));
        Assert.Equal(0, (await api.GetAsync($"api/users?search.primaryEmail={address.ToUpperInvariant()}&mode=exact&isCaseSensitive=true")).Count);
        Assert.Equal(0, (await api.GetAsync($"api/users?search={user.Username[..^1]}")).Count);
        Assert.Contains(user.Id, (await api.GetAsync($"api/users?search={user.Username[..^1]}%25")).All("id"));
        Assert.Equal((400, "request.invalid_input"), Refusal(await api.GetAsync("api/users?search.avatar=x")));
        Assert.Equal((400, "request.invalid_input"), Refusal(await api.GetAsync("api/users?search.name=x&search.name=y")));
        Assert.Equal((400, "request.invalid_input"), Refusal(await api.GetAsync("api/users?search.name=x&mode=similar_to")));
    }

    [Theory, Contract]
    public async Task Addresses_and_names_belong_to_one_person(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();

        Assert.Equal((422, "user.email_already_in_use"), Refusal(await api.PostAsync("api/users", new { primaryEmail = user.Email.ToUpperInvariant() })));
        Assert.Equal((422, "user.username_already_in_use"), Refusal(await api.PostAsync("api/users", new { username = user.Username })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PostAsync("api/users", new { primaryEmail = "nonsense" })));
        Assert.Equal((400, "user.password_and_digest"), Refusal(await api.PostAsync("api/users", new { password = "secret-secret", passwordDigest = "0", passwordAlgorithm = "SHA256" })));
        Assert.Equal((404, "entity.not_found"), Refusal(await api.GetAsync("api/users/nonexistent00")));
    }

    [Theory, Contract]
    public async Task Custom_data_is_merged_by_its_own_route_and_replaced_by_the_persons(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"api/users/{(await api.CreateUserAsync()).Id}";
        await api.PatchAsync(path, new { customData = new { a = 1 } });

        var merged = await api.PatchAsync(path + "/custom-data", new { customData = new { b = 2 } });
        var replaced = await api.PatchAsync(path, new { customData = new { c = 3 } });

        Assert.Equal((1, 2), (merged.Json.GetProperty("a").GetInt32(), merged.Json.GetProperty("b").GetInt32()));
        Assert.Equal("""{"c":3}""", replaced.Json.GetProperty("customData").GetRawText());
    }

    [Theory, Contract]
    public async Task A_persons_organizations_come_all_at_once_with_the_roles_there(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var role = await api.CreateRoleAsync("role");
        var user = await api.CreateUserAsync();
        await api.AddMemberAsync(organization, user, role);

        var reply = await api.GetAsync($"api/users/{user.Id}/organizations");

        Assert.Equal([organization], reply.All("id"));
        Assert.Equal(role, reply.Json[0].GetProperty("organizationRoles")[0].GetProperty("id").GetString());
        Assert.Null(reply.Total);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.GetAsync("api/users/nonexistent00/organizations")));
    }

    [Theory, Contract]
    public async Task Sessions_are_listed_and_ended_with_what_was_granted_in_them(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        using var browser = new ContractBrowser(api, await api.CreateApplicationAsync("Traditional"));
        var tokens = await browser.TokensAsync(user);
        var path = $"api/users/{user.Id}/sessions";

        var session = (await api.GetAsync(path)).Json.GetProperty("sessions")[0].GetProperty("payload");
        var ended = await api.DeleteAsync($"{path}/{session.GetProperty("uid").GetString()}?revokeGrantsTarget=all");
        var refreshed = await browser.RefreshAsync(tokens);

        Assert.Equal(user.Id, session.GetProperty("accountId").GetString());
        Assert.Equal(204, ended.Status);
        Assert.Equal("invalid_grant", refreshed.Text("error"));
        Assert.Equal(0, (await api.GetAsync(path)).Json.GetProperty("sessions").GetArrayLength());
        Assert.Equal((404, "oidc.session_not_found"), Refusal(await api.DeleteAsync($"{path}/nonexistent00")));
    }

    [Theory, Contract]
    public async Task Passwords_are_verified_and_second_factors_listed_without_their_secrets(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var user = await api.CreateUserAsync();
        var path = $"api/users/{user.Id}";

        var factor = await api.PostAsync(path + "/mfa-verifications", new { type = "Totp" });
        var listed = await api.GetAsync(path + "/mfa-verifications");

        Assert.Equal(204, (await api.PostAsync(path + "/password/verify", new { password = user.Password })).Status);
        Assert.Equal((422, "session.invalid_credentials"), Refusal(await api.PostAsync(path + "/password/verify", new { password = "wrong-wrong" })));
        Assert.Equal("Totp", factor.Text("type"));
        Assert.Equal(["createdAt", "id", "type"], listed.Json[0].EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal((422, "user.totp_already_in_use"), Refusal(await api.PostAsync(path + "/mfa-verifications", new { type = "Totp" })));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);
}
