using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class SsoConnectorsClient(LogtoConnection logto) : ISsoConnectorsClient
{
    public Task<IReadOnlyList<SsoConnector>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.SsoConnectors, LogtoJson.Default.IReadOnlyListSsoConnector, cancellationToken);

    public Task<SsoConnector> CreateAsync(NewSsoConnector connector) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.SsoConnectors, Json(connector, LogtoJson.Default.NewSsoConnector), LogtoJson.Default.SsoConnector);

    // The only place where a secret is read. It is sent back to where it came from.
    public async Task<KeptSsoConfig> ReadConfigAsync(string connector)
    {
        var whole = await logto.GetAsync(LogtoRoutes.SsoConnector(connector), LogtoJson.Default.JsonObject, CancellationToken.None);
        return new KeptSsoConfig(whole["config"]?.DeepClone() as JsonObject ?? []);
    }

    public Task<SsoConnector> ConfigureOidcAsync(string connector, KeptSsoConfig kept, OidcConnectorSettings settings, IReadOnlyList<string> domains) =>
        ChangeAsync(connector, kept.With(("issuer", settings.Issuer), ("clientId", settings.ClientId), ("clientSecret", settings.ClientSecret)), domains);

    public Task<SsoConnector> ConfigureSamlAsync(string connector, SamlConnectorSettings settings, IReadOnlyList<string> domains) =>
        ChangeAsync(connector, JsonSerializer.SerializeToNode(settings, LogtoJson.Default.SamlConnectorSettings)!.AsObject(), domains);

    public Task SetDomainsAsync(string connector, string name, IReadOnlyList<string> domains) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.SsoConnector(connector), Json(new JsonObject { ["connectorName"] = name, ["domains"] = Array(domains) }, LogtoJson.Default.JsonObject));

    public Task DeleteAsync(string connector) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.SsoConnector(connector));

    private static JsonArray Array(IReadOnlyList<string> domains) => [.. domains.Select(domain => (JsonNode)domain)];

    private Task<SsoConnector> ChangeAsync(string connector, JsonObject config, IReadOnlyList<string> domains) => logto.SendAsync(
        HttpMethod.Patch,
        LogtoRoutes.SsoConnector(connector),
        Json(new JsonObject { ["config"] = config, ["domains"] = Array(domains) }, LogtoJson.Default.JsonObject),
        LogtoJson.Default.SsoConnector);
}
