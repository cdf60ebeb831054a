using System.Collections.Immutable;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>The hub of one node. Subscribers are copied under the lock and called outside it.</summary>
internal sealed partial class InProcessOrganizationEvents(ILogger<InProcessOrganizationEvents> logger) : IOrganizationEvents
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OrganizationId, ImmutableList<Subscription>> _byOrganization = [];
    private ImmutableList<Action<OrganizationEvent>> _caches = [];

    /// <summary>The organizations that somebody wants to hear of.</summary>
    public IReadOnlyCollection<OrganizationId> Watched
    {
        get
        {
            lock (_gate)
            {
                return [.. _byOrganization.Keys];
            }
        }
    }

    public void Publish(OrganizationEvent organizationEvent)
    {
        ImmutableList<Subscription> subscriptions;
        ImmutableList<Action<OrganizationEvent>> caches;
        lock (_gate)
        {
            caches = _caches;
            subscriptions = _byOrganization.GetValueOrDefault(organizationEvent.Organization) ?? [];
        }

        // Caches forget first, so that a page which reads again because of this event reads the truth.
        caches.ForEach(forget => forget(organizationEvent));
        subscriptions.ForEach(subscription => _ = Task.Run(() => CallAsync(subscription, organizationEvent)));
    }

    public IDisposable Subscribe(OrganizationId organization, Func<OrganizationEvent, Task> handler)
    {
        var subscription = new Subscription(handler);
        lock (_gate)
        {
            _byOrganization[organization] = (_byOrganization.GetValueOrDefault(organization) ?? []).Add(subscription);
        }

        return new Unsubscriber(() => Remove(organization, subscription));
    }

    public IDisposable SubscribeToAll(Action<OrganizationEvent> handler)
    {
        var culture = new SubscriberCulture();
        // One of its own, so that two subscriptions of the same handler are two.
        Action<OrganizationEvent> own = happened => culture.Run(() => handler(happened));
        lock (_gate)
        {
            _caches = _caches.Add(own);
        }

        return new Unsubscriber(() =>
        {
            lock (_gate)
            {
                _caches = _caches.Remove(own);
            }
        });
    }

    private void Remove(OrganizationId organization, Subscription subscription)
    {
        lock (_gate)
        {
            if (!_byOrganization.TryGetValue(organization, out var subscriptions))
            {
                return;
            }

            var left = subscriptions.Remove(subscription);
            if (left.IsEmpty)
            {
                _byOrganization.Remove(organization);
            }
            else
            {
                _byOrganization[organization] = left;
            }
        }
    }

    private async Task CallAsync(Subscription subscription, OrganizationEvent organizationEvent)
    {
        try
        {
            await subscription.CallAsync(organizationEvent);
        }
        catch (Exception exception)
        {
            HandlerFailed(exception, organizationEvent.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed to follow {Event}.")]
    private partial void HandlerFailed(Exception exception, string @event);

    // A class, so that two subscriptions of the same handler are two.
    private sealed class Subscription(Func<OrganizationEvent, Task> handler)
    {
        private readonly SubscriberCulture _culture = new();

        public Task CallAsync(OrganizationEvent happened) => _culture.Run(() => handler(happened));
    }

    private sealed class Unsubscriber(Action unsubscribe) : IDisposable
    {
        private Action? _unsubscribe = unsubscribe;

        public void Dispose() => Interlocked.Exchange(ref _unsubscribe, null)?.Invoke();
    }
}
