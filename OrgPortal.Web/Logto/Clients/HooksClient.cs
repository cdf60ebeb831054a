using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class HooksClient(LogtoConnection logto) : IHooksClient
{
    public Task<IReadOnlyList<Hook>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Hooks, LogtoJson.Default.IReadOnlyListHook, cancellationToken);

    public Task<Hook> CreateAsync(NewHook hook) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Hooks, Json(hook, LogtoJson.Default.NewHook), LogtoJson.Default.Hook);

    public Task<Hook> UpdateAsync(string hook, HookChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Hook(hook), Json(change, LogtoJson.Default.HookChange), LogtoJson.Default.Hook);

    public Task DeleteAsync(string hook) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Hook(hook));
}
