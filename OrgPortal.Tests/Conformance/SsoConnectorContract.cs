using OrgPortal.Tests.Features.EnterpriseSignIn;
using OrgPortal.Tests.LogtoEmulator.Management;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Conformance;

[Collection(ConformanceDefinition.Name)]
public sealed class SsoConnectorContract(ContractHosts hosts)
{
    private const string All = "api/sso-connectors";

    [Theory, Contract]
    public async Task Domains_are_looked_at_for_public_mailboxes_and_for_being_there_twice_and_for_nothing_else(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"{All}/{await CreateAsync(api, "OIDC")}";

        var open = await api.PatchAsync(path, new { domains = new[] { "gmail.com", "corp.example" } });
        var twice = await api.PatchAsync(path, new { domains = new[] { "corp.example", "Corp.example", "other.example" } });

        Assert.Equal((422, "single_sign_on.forbidden_domains"), Refusal(open));
        Assert.Equal(["gmail.com"], Named(open));
        Assert.Equal((422, "single_sign_on.duplicated_domains"), Refusal(twice));
        Assert.Equal(["corp.example"], Named(twice));
        Assert.Equal(200, (await api.PatchAsync(path, new { domains = new[] { "No domain at all", "proton.me" } })).Status);
        Assert.Equal(["no domain at all", "proton.me"], (await api.GetAsync(path)).Json.GetProperty("domains").EnumerateArray().Select(one => one.GetString()));
    }

    [Theory, Contract]
    public async Task Settings_of_OpenID_Connect_are_complete_and_their_issuer_answers(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var path = $"{All}/{await CreateAsync(api, "OIDC")}";

        Assert.Equal((400, "connector.invalid_config"), Refusal(await api.PatchAsync(path, new { config = new { clientId = "a", issuer = "https://idp.example" } })));
        Assert.Equal((400, "connector.invalid_config"), Refusal(await api.PatchAsync(path, new { config = new { clientId = "a", clientSecret = "b", issuer = "http://127.0.0.1:9" } })));
        Assert.Equal("{}", (await api.GetAsync(path)).Json.GetProperty("config").GetRawText());
    }

    [Theory, Contract]
    public async Task Settings_of_SAML_are_three_values_as_the_portal_sends_them(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var id = await CreateAsync(api, "SAML");
        var good = new SamlConnectorSettings("https://idp.corp.example", "https://idp.corp.example/sso", SamlSample.Certificate());

        Assert.Equal((400, "connector.invalid_config"), Refusal(await api.PatchAsync($"{All}/{id}", new { config = new { entityId = good.EntityId, signInEndpoint = good.SignInEndpoint } })));
        Assert.Equal(
            (400, "connector.invalid_certificate"),
            Refusal(await api.PatchAsync($"{All}/{id}", new { config = new { entityId = good.EntityId, signInEndpoint = good.SignInEndpoint, x509Certificate = "bm90aGluZw==" } })));
        var kept = await api.Portal<ISsoConnectorsClient>().ConfigureSamlAsync(id, good, [$"{id}.invalid"]);

        Assert.Equal((good.EntityId, good.SignInEndpoint), (kept.Config?.EntityId, kept.Config?.SignInEndpoint));
        Assert.Equal([$"{id}.invalid"], kept.Domains);
    }

    private static async Task<string> CreateAsync(ContractHost api, string provider) =>
        (await api.MadeAsync(All, new { providerName = provider, connectorName = api.Name("connector") }, 200)).Text("id");

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);

    private static IEnumerable<string?> Named(Reply reply) => reply.Json.GetProperty("data").GetProperty("data").EnumerateArray().Select(one => one.GetString());
}
