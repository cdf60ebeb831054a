using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class ConnectorsClient(LogtoConnection logto, TimeProvider time) : IConnectorsClient
{
    private readonly RecentValue<IReadOnlyList<Connector>> _connectors = new(
        () => logto.GetAsync(LogtoRoutes.Connectors, LogtoJson.Default.IReadOnlyListConnector, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<IReadOnlyList<Connector>> ListAsync(CancellationToken cancellationToken = default) => _connectors.GetAsync(cancellationToken);

    public void Forget() => _connectors.Forget();

    public Task<Connector> CreateAsync(NewConnector connector) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Connectors, Json(connector, LogtoJson.Default.NewConnector), LogtoJson.Default.Connector);

    public Task<Connector> ConfigureAsync(string connector, JsonObject config) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Connector(connector), Json(new ConfigBody(config), LogtoJson.Default.ConfigBody), LogtoJson.Default.Connector);
}
