using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class ConnectorsClient(LogtoConnection logto, TimeProvider time) : IConnectorsClient
{
    private readonly RecentValue<IReadOnlyList<Connector>> _connectors = new(
        () => logto.GetAsync(LogtoRoutes.Connectors, LogtoJson.Default.IReadOnlyListConnector, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<IReadOnlyList<Connector>> ListAsync(CancellationToken cancellationToken = default) => _connectors.GetAsync(cancellationToken);

    public void Forget() => _connectors.Forget();
}
