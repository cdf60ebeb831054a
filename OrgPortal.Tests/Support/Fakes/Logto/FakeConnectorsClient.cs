using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeConnectorsClient(FakeLogto logto) : IConnectorsClient
{
    public Task<IReadOnlyList<Connector>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<Connector>>(
            logto, nameof(IConnectorsClient), nameof(ListAsync), _ => logto.HasEmailConnector ? [new Connector(Connector.Email)] : [], cancellationToken);

    public void Forget()
    {
    }

    public Task<Connector> CreateAsync(NewConnector connector) => throw new NotSupportedException();

    public Task<Connector> ConfigureAsync(string connector, JsonObject config) => throw new NotSupportedException();
}
