using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Web.Events;

/// <summary>The hub of one node, and the way to the others.</summary>
internal sealed class TenantEvents : ITenantEvents, IDisposable
{
    private readonly Subscribers<TenantEvent> _subscribers = new();
    private readonly INodeChannel _nodes;
    private readonly IDisposable _received;

    public TenantEvents(INodeChannel nodes)
    {
        _nodes = nodes;
        _received = nodes.Subscribe(message =>
        {
            if (message.ToTenantEvent() is { } happened)
            {
                _subscribers.Tell(happened);
            }
        });
    }

    public void Publish(TenantEvent tenantEvent)
    {
        _subscribers.Tell(tenantEvent);
        _nodes.Send(NodeMessage.Of(tenantEvent));
    }

    public IDisposable Subscribe(Action<TenantEvent> handler) => _subscribers.Add(handler);

    public void Dispose() => _received.Dispose();
}
