using System.Collections.Immutable;

namespace OrgPortal.Web.Events;

/// <summary>Those who want to be called. They are called without a lock, in the order they came.</summary>
/// <typeparam name="T">What they are told.</typeparam>
internal sealed class Subscribers<T>
{
    private ImmutableList<Action<T>> _handlers = [];

    /// <summary>Calls the handler until the subscription is disposed of.</summary>
    public IDisposable Add(Action<T> handler)
    {
        // One of its own, so that two subscriptions of the same handler are two.
        var culture = new SubscriberCulture();
        Action<T> own = told => culture.Run(() => handler(told));
        ImmutableInterlocked.Update(ref _handlers, handlers => handlers.Add(own));
        return new Subscription(() => ImmutableInterlocked.Update(ref _handlers, handlers => handlers.Remove(own)));
    }

    /// <summary>Calls all.</summary>
    public void Tell(T told) => _handlers.ForEach(handler => handler(told));

    private sealed class Subscription(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
