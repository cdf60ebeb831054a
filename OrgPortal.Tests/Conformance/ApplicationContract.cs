using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class ApplicationContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task An_application_is_made_with_a_secret_that_only_its_own_list_tells(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var created = await api.MadeAsync("api/applications", new { name = api.Name("application"), type = "MachineToMachine" }, 200);
        var path = $"api/applications/{created.Text("id")}/secrets";

        var secrets = await api.GetAsync(path);
        var second = await api.PostAsync(path, new { name = "second" });

        Assert.False(created.Json.TryGetProperty("secret", out _));
        Assert.Equal(["Default secret"], secrets.All("name"));
        Assert.Matches("^[A-Za-z0-9]{32}$", secrets.All("value")[0]);
        Assert.Equal((201, "second"), (second.Status, second.Text("name")));
        Assert.Equal((422, "application.secret_name_exists"), Refusal(await api.PostAsync(path, new { name = "second" })));
        Assert.Equal(204, (await api.DeleteAsync(path + "/second")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync(path + "/second")));
    }

    [Theory, Contract]
    public async Task Only_machines_with_roles_for_machines_work_in_an_organization(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"api/organizations/{await api.CreateOrganizationAsync()}/applications";
        var (machine, web) = (await api.CreateApplicationAsync("MachineToMachine"), await api.CreateApplicationAsync("Traditional"));
        var (forMachines, forPeople) = (await api.CreateRoleAsync("machine", "MachineToMachine"), await api.CreateRoleAsync("person"));

        Assert.Equal((422, "organization.require_membership"), Refusal(await api.PostAsync($"{path}/{machine.Id}/roles", new { organizationRoleIds = new[] { forMachines } })));
        Assert.Equal(201, (await api.PostAsync(path, new { applicationIds = new[] { machine.Id } })).Status);
        Assert.Equal((422, "entity.db_constraint_violated"), Refusal(await api.PostAsync(path, new { applicationIds = new[] { web.Id } })));
        Assert.Equal((422, "entity.db_constraint_violated"), Refusal(await api.PostAsync($"{path}/{machine.Id}/roles", new { organizationRoleIds = new[] { forPeople } })));
        Assert.Equal(201, (await api.PostAsync($"{path}/{machine.Id}/roles", new { organizationRoleIds = new[] { forMachines } })).Status);
        Assert.Equal([forMachines], (await api.GetAsync($"{path}/{machine.Id}/roles")).All("id"));
        Assert.Equal([machine.Id], (await api.GetAsync(path)).All("id"));
        Assert.Equal(204, (await api.DeleteAsync($"{path}/{machine.Id}")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync($"{path}/{machine.Id}")));
    }

    [Theory, Contract]
    public async Task Roles_of_the_tenant_are_taken_from_a_machine_one_by_one(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var (first, second) = (await TenantRoleAsync(api, isDefault: true), await TenantRoleAsync(api, isDefault: false));
        var path = $"api/applications/{(await api.CreateApplicationAsync("MachineToMachine")).Id}/roles";

        // Default roles are for people, whatever their type.
        Assert.Equal(0, (await api.GetAsync(path)).Count);
        Assert.Equal((200, "OK"), Answered(await api.PutAsync(path, new { roleIds = new[] { first, second } })));
        // What is left out is taken away, and the answer is a refusal all the same.
        Assert.Equal((422, "entity.invalid_input"), Refusal(await api.PutAsync(path, new { roleIds = new[] { second } })));
        Assert.Equal([second], (await api.GetAsync(path)).All("id"));
        Assert.Equal((422, "entity.invalid_input"), Refusal(await api.PutAsync(path, new { roleIds = Array.Empty<string>() })));
        Assert.Equal(0, (await api.GetAsync(path)).Count);
        Assert.Equal(200, (await api.PutAsync(path, new { roleIds = new[] { first } })).Status);
        Assert.Equal(204, (await api.DeleteAsync($"{path}/{first}")).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync($"{path}/{first}")));
    }

    [Theory, Contract]
    public async Task A_machine_gets_a_token_for_an_organization_it_belongs_to(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync();
        var scope = api.Name("read");
        var role = await api.CreateRoleAsync("machine", "MachineToMachine", await api.CreateScopeAsync(scope));
        var machine = await api.CreateApplicationAsync("MachineToMachine");
        (string, string?)[] ask = [("grant_type", "client_credentials"), ("organization_id", organization), ("scope", $"{scope} another")];

        var stranger = await api.TokenAsync(machine, ask);
        await api.PostAsync($"api/organizations/{organization}/applications", new { applicationIds = new[] { machine.Id } });
        await api.PostAsync($"api/organizations/{organization}/applications/{machine.Id}/roles", new { organizationRoleIds = new[] { role } });
        var token = await api.TokenAsync(machine, ask);

        Assert.Equal((403, "access_denied"), (stranger.Status, stranger.Text("error")));
        Assert.Equal((200, scope), (token.Status, token.Text("scope")));
        var claims = ContractBrowser.Claims(token, "access_token");
        Assert.Equal("urn:logto:organization:" + organization, claims.GetProperty("aud").GetString());
        Assert.Equal(machine.Id, claims.GetProperty("sub").GetString());
    }

    [Theory, Contract]
    public async Task Who_may_not_use_the_Management_API_gets_a_token_that_opens_nothing(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var machine = await api.CreateApplicationAsync("MachineToMachine");
        (string, string?) grant = ("grant_type", "client_credentials");

        var token = await api.TokenAsync(machine, grant, ("resource", "https://default.logto.app/api"), ("scope", "all"));
        using var call = new HttpRequestMessage(HttpMethod.Get, "api/organizations") { Headers = { { "Authorization", "Bearer " + token.Text("access_token") } } };

        Assert.Equal(200, token.Status);
        Assert.False(token.Json.TryGetProperty("scope", out _));
        Assert.Equal((403, "auth.forbidden"), Refusal(await api.SendAsync(call)));
        Assert.Equal((400, "invalid_target"), Error(await api.TokenAsync(machine, grant)));
        Assert.Equal((400, "invalid_target"), Error(await api.TokenAsync(machine, grant, ("resource", "https://unknown.example"))));
        Assert.Equal((401, "invalid_client"), Error(await api.TokenAsync(machine with { Secret = "wrong" }, grant)));
        Assert.Equal((400, "invalid_client"), Error(await api.TokenAsync(machine with { Id = "nonexistent00" }, grant)));
    }

    private static async Task<string> TenantRoleAsync(ContractHost api, bool isDefault) => (await api.MadeAsync(
        "api/roles", new { name = api.Name("tenant role"), description = "Opens nothing", type = "MachineToMachine", isDefault }, 200)).Text("id");

    private static (int Status, string Body) Answered(Reply reply) => (reply.Status, reply.Body);

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);

    private static (int Status, string Error) Error(Reply reply) => (reply.Status, reply.Text("error"));
}
