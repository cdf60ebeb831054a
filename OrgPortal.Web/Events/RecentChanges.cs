using System.Collections.Concurrent;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>
/// When something last changed, organization by organization: a page that was prerendered asks, once its circuit listens, whether it
/// missed something in between. Remembers a few minutes, and so much the page must not be older than.
/// </summary>
internal sealed class RecentChanges : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<OrganizationId, DateTimeOffset> _changes = new();
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;

    public RecentChanges(IOrganizationEvents events, TimeProvider time)
    {
        _time = time;
        _subscription = events.SubscribeToAll(Note);
    }

    /// <summary>Whether what was read then may be out of date.</summary>
    public bool HappenedSince(OrganizationId organization, DateTimeOffset readAt) =>
        _time.GetUtcNow() - readAt >= Remembered || (_changes.TryGetValue(organization, out var changed) && changed >= readAt);

    public void Dispose() => _subscription.Dispose();

    private void Note(OrganizationEvent happened)
    {
        var now = _time.GetUtcNow();
        _changes[happened.Organization] = now;
        if (_changes.Count > SweepAt)
        {
            foreach (var old in _changes.Where(change => now - change.Value >= Remembered))
            {
                _changes.TryRemove(old);
            }
        }
    }
}
