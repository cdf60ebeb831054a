using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class HooksClient(LogtoConnection logto) : IHooksClient
{
    public Task<IReadOnlyList<Hook>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Hooks, LogtoJson.Default.IReadOnlyListHook, cancellationToken);
}
