using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The table of routes, filled area by area.</summary>
internal sealed class ManagementRoutes
{
    private readonly List<ManagementRoute> _all = [];

    public IReadOnlyList<ManagementRoute> All => _all;

    public void Get(string pattern, Func<Call, Answer> handle) => Add("GET", pattern, handle);

    public void Post(string pattern, Func<Call, Answer> handle) => Add("POST", pattern, handle);

    public void Put(string pattern, Func<Call, Answer> handle) => Add("PUT", pattern, handle);

    public void Patch(string pattern, Func<Call, Answer> handle) => Add("PATCH", pattern, handle);

    public void Delete(string pattern, Func<Call, Answer> handle) => Add("DELETE", pattern, handle);

    /// <summary>A GET that needs no token.</summary>
    public void GetAnonymously(string pattern, Func<Call, Answer> handle) =>
        _all.Add(new ManagementRoute("GET", pattern, call => Task.FromResult(handle(call)), IsAnonymous: true));

    /// <summary>A POST that waits for somebody else.</summary>
    public void PostAsync(string pattern, Func<Call, Task<Answer>> handle) =>
        _all.Add(new ManagementRoute("POST", pattern, handle));

    /// <summary>A PATCH that waits for somebody else.</summary>
    public void PatchAsync(string pattern, Func<Call, Task<Answer>> handle) =>
        _all.Add(new ManagementRoute("PATCH", pattern, handle));

    private void Add(string method, string pattern, Func<Call, Answer> handle) =>
        _all.Add(new ManagementRoute(method, pattern, call => Task.FromResult(handle(call))));
}
