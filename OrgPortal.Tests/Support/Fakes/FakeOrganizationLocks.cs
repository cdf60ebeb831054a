using System.Collections.Concurrent;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Real mutual exclusion, in memory.</summary>
public sealed class FakeOrganizationLocks : IOrganizationLocks
{
    private readonly ConcurrentDictionary<OrganizationId, SemaphoreSlim> _locks = new();

    /// <summary>When set, no lock can be had.</summary>
    public bool IsDown { get; set; }

    /// <summary>Raised when a lock was taken, before its holder goes on: what another holder did meanwhile.</summary>
    public event Action? Held;

    public async Task<Result<IAsyncDisposable>> HoldAsync(OrganizationId organization)
    {
        if (IsDown)
        {
            return new Unavailable();
        }

        var semaphore = _locks.GetOrAdd(organization, _ => new SemaphoreSlim(1, 1));
        await semaphore.WaitAsync();
        Held?.Invoke();
        return Result.Of<IAsyncDisposable>(new Lease(semaphore));
    }

    private sealed class Lease(SemaphoreSlim semaphore) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            semaphore.Release();
            return ValueTask.CompletedTask;
        }
    }
}
