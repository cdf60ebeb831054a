using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>
/// Tells open pages that their session has ended: those of this node, and over <see cref="INodeChannel"/> those of the others. A page that hears
/// of it asks to sign in. Not so while a browser is on its way to Logto to end the session there too: the page it leaves would call it back, and
/// Logto, where the session still lives, would sign the person in again without a question.
/// </summary>
internal sealed partial class SessionEvents : IDisposable
{
    /// <summary>How long a browser may be away before the pages are told all the same; with <see cref="SessionWatch.Interval"/> half a minute.</summary>
    public static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _leaving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subscription>> _subscriptions = new(StringComparer.Ordinal);
    private readonly INodeChannel _nodes;
    private readonly TimeProvider _time;
    private readonly ILogger<SessionEvents> _logger;
    private readonly IDisposable _received;

    public SessionEvents(INodeChannel nodes, TimeProvider time, ILogger<SessionEvents> logger)
    {
        (_nodes, _time, _logger) = (nodes, time, logger);
        _received = nodes.Subscribe(message =>
        {
            if (message is { Kind: NodeMessage.SessionEnded, Session: { } session })
            {
                // The browser may have come back from Logto to another node than it left.
                TakeBack(session);
                Ended(session);
            }
        });
    }

    /// <summary>The sessions that somebody wants to hear of.</summary>
    public IReadOnlyCollection<string> Watched
    {
        get
        {
            lock (_gate)
            {
                return [.. _subscriptions.Keys];
            }
        }
    }

    /// <summary>Calls the handler when the session has ended, until the subscription is disposed of.</summary>
    public IDisposable Subscribe(string session, Action ended)
    {
        var subscription = new Subscription(this, session, ended);
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(session, out var list))
            {
                _subscriptions[session] = list = [];
            }

            list.Add(subscription);
        }

        return subscription;
    }

    /// <summary>From now on the session's end is not announced: a browser takes the news to Logto first.</summary>
    public void Leave(string session)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var (lost, _) in _leaving.Where(entry => entry.Value <= now))
            {
                _leaving.Remove(lost);
            }

            _leaving[session] = now + LongestWay;
        }
    }

    /// <summary>The browser is back from Logto: what was held back is announced.</summary>
    public void ComeBack(string session)
    {
        TakeBack(session);
        EndedEverywhere(session);
    }

    /// <summary>Announces on every node that a session has ended, unless a browser is on its way to Logto with it.</summary>
    public void EndedEverywhere(string session)
    {
        if (IsLeaving(session))
        {
            return;
        }

        Ended(session);
        _nodes.Send(new NodeMessage(NodeMessage.SessionEnded, Session: session));
    }

    /// <summary>
    /// Announces on this node that a session has ended, unless a browser is on its way to Logto with it: then <see cref="ComeBack"/> does, or, for one
    /// that never comes back, the next round of <see cref="SessionWatch"/>. One handler that fails harms no other.
    /// </summary>
    public void Ended(string session)
    {
        if (IsLeaving(session))
        {
            return;
        }

        Subscription[] subscribers;
        lock (_gate)
        {
            subscribers = _subscriptions.TryGetValue(session, out var list) ? [.. list] : [];
        }

        foreach (var subscriber in subscribers)
        {
            try
            {
                subscriber.Notify();
            }
#pragma warning disable CA1031 // A page's failure is that page's; the others must hear all the same.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogHandlerFailed(exception);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _received.Dispose();

    private bool IsLeaving(string session)
    {
        lock (_gate)
        {
            return _leaving.TryGetValue(session, out var until) && _time.GetUtcNow() < until;
        }
    }

    private void TakeBack(string session)
    {
        lock (_gate)
        {
            _leaving.Remove(session);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An open page could not be told that its session has ended.")]
    private partial void LogHandlerFailed(Exception exception);

    private sealed class Subscription(SessionEvents owner, string session, Action ended) : IDisposable
    {
        private readonly SubscriberCulture _culture = new();

        public void Notify() => _culture.Run(ended);

        public void Dispose()
        {
            lock (owner._gate)
            {
                if (owner._subscriptions.TryGetValue(session, out var list) && list.Remove(this) && list.Count == 0)
                {
                    owner._subscriptions.Remove(session);
                }
            }
        }
    }
}
