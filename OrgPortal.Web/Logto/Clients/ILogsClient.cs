using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Logto's own log: sign-ins and tokens. How long it keeps them is the tenant's business.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface ILogsClient
{
    /// <summary><c>GET /logs</c>: the latest of one kind about an application, the newest first, at most ten.</summary>
    /// <param name="application">About which.</param>
    /// <param name="key">Of which kind, as <see cref="LogKeys.MachineToken"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<LogEntry>> ListLatestAsync(string application, string key, CancellationToken cancellationToken = default);
}
