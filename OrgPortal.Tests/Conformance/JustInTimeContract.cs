using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class JustInTimeContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task Domains_are_not_looked_at_but_for_being_there_twice(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"api/organizations/{await api.CreateOrganizationAsync()}/jit/email-domains";

        var added = await api.PostAsync(path, new { emailDomain = "Corp.example" });
        var again = await api.PostAsync(path, new { emailDomain = "Corp.example" });
        var lower = await api.PostAsync(path, new { emailDomain = "corp.example" });
        await api.PostAsync(path, new { emailDomain = "no domain at all" });

        Assert.Equal((201, "Corp.example"), (added.Status, added.Text("emailDomain")));
        Assert.Equal((422, "entity.unique_integrity_violation"), Refusal(again));
        Assert.Equal(201, lower.Status);
        Assert.Equal(3, (await api.GetAsync(path)).Count);
        Assert.Null((await api.GetAsync(path)).Total);
        Assert.Equal("3", (await api.GetAsync(path + "?page=1")).Total);
        Assert.Equal(204, (await api.PutAsync(path, new { emailDomains = new[] { "one.example" } })).Status);
        Assert.Equal(["one.example"], (await api.GetAsync(path)).All("emailDomain"));
        Assert.Equal(204, (await api.DeleteAsync(path + "/one.example")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync(path + "/one.example")));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.PostAsync("api/organizations/nonexistent00/jit/email-domains", new { emailDomain = "a.example" })));
        Assert.Equal((200, 0), Size(await api.GetAsync("api/organizations/nonexistent00/jit/email-domains")));
    }

    [Theory, Contract]
    public async Task Default_roles_and_connectors_are_kept_beside_the_domains(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"api/organizations/{await api.CreateOrganizationAsync()}/jit";
        var role = await api.CreateRoleAsync("role");

        Assert.Equal(201, (await api.PostAsync(path + "/roles", new { organizationRoleIds = new[] { role } })).Status);
        Assert.Equal(201, (await api.PostAsync(path + "/roles", new { organizationRoleIds = new[] { role } })).Status);
        Assert.Equal([role], (await api.GetAsync(path + "/roles")).All("id"));
        Assert.Equal((422, "entity.relation_foreign_key_not_found"), Refusal(await api.PostAsync(path + "/roles", new { organizationRoleIds = new[] { "nonexistent00" } })));
        Assert.Equal(204, (await api.PutAsync(path + "/roles", new { organizationRoleIds = Array.Empty<string>() })).Status);
        Assert.Equal((200, 0), Size(await api.GetAsync(path + "/roles")));
        Assert.Equal((200, 0), Size(await api.GetAsync(path + "/sso-connectors")));
        Assert.Equal(204, (await api.PutAsync(path + "/sso-connectors", new { ssoConnectorIds = Array.Empty<string>() })).Status);
        Assert.Equal(404, (await api.DeleteAsync(path + "/sso-connectors/nonexistent00")).Status);
    }

    [Theory, Contract]
    public async Task Whoever_is_created_by_an_administrator_is_put_nowhere(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        await api.PostAsync($"api/organizations/{organization}/jit/email-domains", new { emailDomain = api.Run + ".example" });

        var user = await api.CreateUserAsync();
        using var browser = new ContractBrowser(api, await api.CreateApplicationAsync("Traditional"));
        await browser.TokensAsync(user);

        Assert.EndsWith("@" + api.Run + ".example", user.Email, StringComparison.Ordinal);
        Assert.Equal(0, (await api.GetAsync($"api/organizations/{organization}/users")).Count);
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);

    private static (int Status, int Count) Size(Reply reply) => (reply.Status, reply.Count);
}
