using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>What the tenant is connected with: mail, text messages, social sign-in.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IConnectorsClient
{
    /// <summary><c>GET /connectors</c>. Changes rarely: kept for a minute. Logto sends the connectors' secrets along.</summary>
    Task<IReadOnlyList<Connector>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The next one who asks gets them as they are then.</summary>
    void Forget();
}
