using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>
/// The hub of this node with the way to the others: what happens here is announced everywhere. After a time in which other nodes could
/// not be heard, every open page is told to read again, a few at a time.
/// </summary>
internal sealed class NodeOrganizationEvents : IOrganizationEvents, IDisposable
{
    // Each of them costs some calls of Logto for every open page.
    private static readonly TimeSpan BetweenOrganizations = TimeSpan.FromMilliseconds(100);

    private readonly InProcessOrganizationEvents _here;
    private readonly INodeChannel _nodes;
    private readonly TimeProvider _time;
    private readonly IDisposable _received;
    private readonly IDisposable _gaps;
    private readonly CancellationTokenSource _stopping = new();

    public NodeOrganizationEvents(InProcessOrganizationEvents here, INodeChannel nodes, TimeProvider time)
    {
        (_here, _nodes, _time) = (here, nodes, time);
        _received = nodes.Subscribe(message =>
        {
            if (message.ToOrganizationEvent() is { } happened)
            {
                here.Publish(happened);
            }
        });
        _gaps = nodes.SubscribeToGaps(() => _ = CatchUpAsync());
    }

    public void Publish(OrganizationEvent organizationEvent)
    {
        _here.Publish(organizationEvent);
        _nodes.Send(NodeMessage.Of(organizationEvent));
    }

    public IDisposable Subscribe(OrganizationId organization, Func<OrganizationEvent, Task> handler) => _here.Subscribe(organization, handler);

    public IDisposable SubscribeToAll(Action<OrganizationEvent> handler) => _here.SubscribeToAll(handler);

    public void Dispose()
    {
        _received.Dispose();
        _gaps.Dispose();
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task CatchUpAsync()
    {
        var stopping = _stopping.Token;
        foreach (var organization in _here.Watched)
        {
            _here.Publish(new OrganizationChanged(organization));
            _here.Publish(new MembersChanged(organization));
            _here.Publish(new InvitationsChanged(organization));
            _here.Publish(new DomainsChanged(organization));
            _here.Publish(new MachinesChanged(organization));
            _here.Publish(new WebhooksChanged(organization));
            _here.Publish(new ConnectionsChanged(organization));
            _here.Publish(new JoinRequestsChanged(organization));
            await Task.Delay(BetweenOrganizations, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
