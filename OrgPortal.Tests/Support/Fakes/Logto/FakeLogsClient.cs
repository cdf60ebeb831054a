using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeLogsClient(FakeLogto logto) : ILogsClient
{
    public Task<IReadOnlyList<LogEntry>> ListLatestAsync(string application, string key, CancellationToken cancellationToken = default) => logto.Calls.RunAsync<IReadOnlyList<LogEntry>>(
        logto,
        nameof(ILogsClient),
        nameof(ListLatestAsync),
        _ => [.. logto.MachineTokens.Where(one => one.Application == application && key == LogKeys.MachineToken).OrderByDescending(one => one.At).Take(10).Select(one => new LogEntry(key, new LogPayload(one.IsSuccess ? "Success" : "Error"), one.At))],
        cancellationToken);
}
