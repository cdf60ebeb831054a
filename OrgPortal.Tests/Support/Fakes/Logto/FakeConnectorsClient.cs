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
}
