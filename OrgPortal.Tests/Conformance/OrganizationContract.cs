namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class OrganizationContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task What_an_organization_leaves_out_of_its_look_is_the_tenants(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var organization = await api.CreateOrganizationAsync(more: new { name = api.Name("organization"), branding = new { logoUrl = "https://pictures.example/logo.png" } });

        var tenant = (await api.GetAsync("api/.well-known/sign-in-exp")).Json.GetProperty("branding");
        var own = (await api.GetAsync($"api/.well-known/sign-in-exp?organizationId={organization}")).Json.GetProperty("branding");

        Assert.Equal("https://pictures.example/logo.png", own.GetProperty("logoUrl").GetString());
        Assert.Equal(
            tenant.EnumerateObject().Where(one => one.Name != "logoUrl").Select(one => (one.Name, one.Value.GetString())),
            own.EnumerateObject().Where(one => one.Name != "logoUrl").Select(one => (one.Name, one.Value.GetString())));
    }

    [Theory, Contract]
    public async Task An_organization_is_created_with_every_column_and_deleted_for_good(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var created = await api.MadeAsync("api/organizations", new { name = api.Name("organization"), description = "For a test" }, 201);
        var path = $"api/organizations/{created.Text("id")}";

        Assert.Matches("^[a-z0-9]{12}$", created.Text("id"));
        Assert.Equal(
            ["branding", "color", "createdAt", "customCss", "customData", "description", "id", "isMfaRequired", "name", "tenantId"],
            created.Json.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(204, (await api.DeleteAsync(path)).Status);
        Assert.Equal((404, "entity.not_found"), Refusal(await api.DeleteAsync(path)));
        Assert.Equal((404, "entity.not_exists_with_id"), Refusal(await api.GetAsync(path)));
        Assert.Equal((404, "entity.not_exists"), Refusal(await api.PatchAsync(path, new { name = "Anything" })));
    }

    [Theory, Contract]
    public async Task Names_are_neither_unique_nor_looked_at_but_for_their_length(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var name = api.Name("organization");
        await api.CreateOrganizationAsync(name);
        await api.CreateOrganizationAsync(name);
        await api.CreateOrganizationAsync(" ");
        await api.CreateOrganizationAsync(new string('x', 128));

        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PostAsync("api/organizations", new { name = new string('x', 129) })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PostAsync("api/organizations", new { name = "" })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PostAsync("api/organizations", new { description = "No name" })));
    }

    [Theory, Contract]
    public async Task Objects_are_replaced_whole_and_texts_may_be_taken_away(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = "api/organizations/" + await api.CreateOrganizationAsync(more: new
        {
            name = api.Name("organization"),
            description = "Before",
            customData = new { plan = "pro", seats = 3 },
        });

        var changed = await api.PatchAsync(path, new { description = (string?)null, customData = new { plan = "free" } });

        Assert.Equal(200, changed.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, changed.Json.GetProperty("description").ValueKind);
        Assert.Equal("""{"plan":"free"}""", changed.Json.GetProperty("customData").GetRawText());
        Assert.Equal((422, "entity.invalid_input"), Refusal(await api.PatchAsync(path, new { })));
    }

    [Theory, Contract]
    public async Task Lists_come_in_pages_with_a_total_and_links_that_lead_nowhere(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var name = api.Name("paged");
        for (var i = 0; i < 3; i++)
        {
            await api.CreateOrganizationAsync($"{name}-{i}");
        }

        var first = await api.GetAsync($"api/organizations?q={name}&page=1&page_size=2");
        var second = await api.GetAsync($"api/organizations?q={name.ToUpperInvariant()}&page=2&page_size=2");
        var beyond = await api.GetAsync($"api/organizations?q={name}&page=9&page_size=2");

        Assert.Equal((2, "3"), (first.Count, first.Total));
        Assert.Equal((1, "3"), (second.Count, second.Total));
        Assert.Empty(first.All("id").Intersect(second.All("id")));
        Assert.Equal((200, 0), (beyond.Status, beyond.Count));
        Assert.All(first.Headers["Link"], link => Assert.DoesNotContain("/api/", link, StringComparison.Ordinal));
        Assert.Equal((400, "guard.invalid_pagination"), Refusal(await api.GetAsync("api/organizations?page=0")));
        Assert.Equal((400, "guard.invalid_pagination"), Refusal(await api.GetAsync("api/organizations?page_size=101")));
    }

    [Theory, Contract]
    public async Task A_list_says_on_demand_how_many_people_belong_to_each(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var name = api.Name("counted");
        await api.CreateOrganizationAsync(name);

        var counted = await api.GetAsync($"api/organizations?q={name}&showFeatured=1&page=1&page_size=1");
        var plain = await api.GetAsync($"api/organizations?q={name}&page=1&page_size=1");

        Assert.Equal((0, 0), (counted.Json[0].GetProperty("usersCount").GetInt32(), counted.Json[0].GetProperty("featuredUsers").GetArrayLength()));
        Assert.False(plain.Json[0].TryGetProperty("usersCount", out _));
    }

    [Theory, Contract]
    public async Task Percent_and_underline_are_wildcards_in_a_search(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var name = api.Name("wild");
        await api.CreateOrganizationAsync(name);

        Assert.Equal(1, (await api.GetAsync($"api/organizations?q={name.Replace('-', '_')}")).Count);
        Assert.Equal(1, (await api.GetAsync($"api/organizations?q={name[..12]}%25{name[^6..]}")).Count);
        Assert.Equal(0, (await api.GetAsync($"api/organizations?q={name}x")).Count);
    }

    [Theory, Contract]
    public async Task Strangers_and_nonsense_are_refused_each_in_its_way(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var anonymous = new HttpRequestMessage(HttpMethod.Get, "api/organizations");
        using var forged = new HttpRequestMessage(HttpMethod.Get, "api/organizations") { Headers = { { "Authorization", "Bearer nonsense" } } };
        using var basic = new HttpRequestMessage(HttpMethod.Get, "api/organizations") { Headers = { { "Authorization", "Basic bm9uc2Vuc2U=" } } };

        Assert.Equal((401, "auth.authorization_header_missing"), Refusal(await api.SendAsync(anonymous)));
        Assert.Equal((401, "auth.unauthorized"), Refusal(await api.SendAsync(forged)));
        Assert.Equal((401, "auth.authorization_token_type_not_supported"), Refusal(await api.SendAsync(basic)));
        Assert.Equal((405, "text/plain"), Plain(await api.PutAsync("api/organizations", new { })));
        Assert.Equal((404, "text/plain"), Plain(await api.GetAsync("api/organizations-of-mars")));
        var broken = await api.SendAsync(HttpMethod.Post, "api/organizations", new StringContent("{", null, "application/json"));
        Assert.Equal((400, null), Refusal(broken));
    }

    private static (int Status, string? MediaType) Plain(LogtoEmulator.Management.Reply reply) => (reply.Status, reply.MediaType);

    private static (int Status, string? Code) Refusal(LogtoEmulator.Management.Reply reply) => (reply.Status, reply.Code);
}
