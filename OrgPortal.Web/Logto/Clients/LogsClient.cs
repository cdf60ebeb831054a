using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class LogsClient(LogtoConnection logto) : ILogsClient
{
    public Task<IReadOnlyList<LogEntry>> ListLatestAsync(string application, string key, CancellationToken cancellationToken = default) => logto.GetAsync(
        // Capped: how many there are in all is of no interest, and counting them would take long.
        LogtoRoutes.Logs.WithQuery(("applicationId", application), ("logKey", key), ("enableCap", "true"), ("page", "1"), ("page_size", "10")),
        LogtoJson.Default.IReadOnlyListLogEntry,
        cancellationToken);
}
