using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Tells open pages that their session has ended: those of this node, and over <see cref="INodeChannel"/> those of the others.</summary>
internal sealed partial class SessionEvents : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Subscription>> _subscriptions = new(StringComparer.Ordinal);
    private readonly INodeChannel _nodes;
    private readonly ILogger<SessionEvents> _logger;
    private readonly IDisposable _received;

    public SessionEvents(INodeChannel nodes, ILogger<SessionEvents> logger)
    {
        (_nodes, _logger) = (nodes, logger);
        _received = nodes.Subscribe(message =>
        {
            if (message is { Kind: NodeMessage.SessionEnded, Session: { } session })
            {
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

    /// <summary>Announces on every node that a session has ended.</summary>
    public void EndedEverywhere(string session)
    {
        Ended(session);
        _nodes.Send(new NodeMessage(NodeMessage.SessionEnded, Session: session));
    }

    /// <summary>Announces on this node that a session has ended. One handler that fails harms no other.</summary>
    public void Ended(string session)
    {
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

    [LoggerMessage(Level = LogLevel.Error, Message = "An open page could not be told that its session has ended.")]
    private partial void LogHandlerFailed(Exception exception);

    private sealed class Subscription(SessionEvents owner, string session, Action ended) : IDisposable
    {
        public void Notify() => ended();

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
