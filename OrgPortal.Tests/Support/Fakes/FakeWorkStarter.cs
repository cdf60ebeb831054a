using OrgPortal.Web.Scheduling;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Durable work that was asked for, and is done only when a test does it.</summary>
public sealed class FakeWorkStarter : IWorkStarter
{
    /// <summary>The ids, in order.</summary>
    public List<string> Started { get; } = [];

    public Task StartAsync<TWork>(string id)
        where TWork : class, IDurableWork
    {
        lock (Started)
        {
            Started.Add(id);
        }

        return Task.CompletedTask;
    }
}
