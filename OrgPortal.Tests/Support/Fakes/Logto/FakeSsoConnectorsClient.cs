using System.Net;
using System.Text.Json.Nodes;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeSsoConnectorsClient(FakeLogto logto) : ISsoConnectorsClient
{
    public Task<IReadOnlyList<SsoConnector>> ListAsync(CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<SsoConnector>>(nameof(ListAsync), _ => [.. logto.SsoConnectors.Select(View)], cancellationToken);

    public Task<SsoConnector> CreateAsync(NewSsoConnector connector) => Run(nameof(CreateAsync), call =>
    {
        if (logto.SsoConnectors.Exists(one => one.Name == connector.ConnectorName))
        {
            throw new LogtoApiException(HttpStatusCode.Conflict, "single_sign_on.duplicate_connector_name", call);
        }

        var made = new FakeSsoConnector(logto.NextId("sso", 12), connector.ProviderName, connector.ConnectorName);
        logto.SsoConnectors.Add(made);
        return View(made);
    });

    public Task<KeptSsoConfig> ReadConfigAsync(string connector) =>
        Run(nameof(ReadConfigAsync), call => new KeptSsoConfig(new JsonObject { ["clientSecret"] = Require(connector, call).Secret }));

    public Task<SsoConnector> ConfigureOidcAsync(string connector, KeptSsoConfig kept, OidcConnectorSettings settings, IReadOnlyList<string> domains) => Run(nameof(ConfigureOidcAsync), call =>
    {
        var found = Require(connector, call);
        (found.Issuer, found.ClientId, found.Secret, found.Domains) = (settings.Issuer, settings.ClientId, kept.With(("clientSecret", settings.ClientSecret))["clientSecret"]?.GetValue<string>(), [.. domains]);
        return View(found);
    });

    public Task<SsoConnector> ConfigureSamlAsync(string connector, SamlConnectorSettings settings, IReadOnlyList<string> domains) => Run(nameof(ConfigureSamlAsync), call =>
    {
        var found = Require(connector, call);
        (found.EntityId, found.SignInEndpoint, found.Domains) = (settings.EntityId, settings.SignInEndpoint, [.. domains]);
        return View(found);
    });

    public Task SetDomainsAsync(string connector, string name, IReadOnlyList<string> domains) => Run(nameof(SetDomainsAsync), call =>
    {
        var found = Require(connector, call);
        (found.Name, found.Domains) = (name, [.. domains]);
        return true;
    });

    public Task DeleteAsync(string connector) => Run(nameof(DeleteAsync), call =>
    {
        logto.SsoConnectors.Remove(Require(connector, call));
        logto.JustInTimeSsoConnectors.RemoveAll(one => one.Connector == connector);
        logto.SsoIdentities.RemoveAll(one => one.Connector == connector);
        return true;
    });

    internal static SsoConnector View(FakeSsoConnector one) =>
        new(one.Id, one.Provider, one.Name, [.. one.Domains], new SsoConnectorConfig(one.Issuer, one.ClientId, one.EntityId, one.SignInEndpoint));

    private FakeSsoConnector Require(string connector, string call) =>
        logto.SsoConnectors.Find(one => one.Id == connector) ?? throw FakeLogto.NotFound("entity.not_exists_with_id", call);

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(ISsoConnectorsClient), method, act, cancellationToken);
}
