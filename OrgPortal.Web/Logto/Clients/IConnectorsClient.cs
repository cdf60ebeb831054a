using System.Text.Json.Nodes;
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

    /// <summary><c>POST /connectors</c>: takes the place of another one that mails; 422 <c>connector.not_found_with_connector_id</c>, 400 <c>connector.invalid_config</c>.</summary>
    Task<Connector> CreateAsync(NewConnector connector);

    /// <summary><c>PATCH /connectors/{id}</c>: replaces its settings as a whole; 400 <c>connector.invalid_config</c>.</summary>
    Task<Connector> ConfigureAsync(string connector, JsonObject config);
}
