namespace OrgPortal.Web.Events.Nodes;

/// <summary>Tells the portal's other nodes what happened here. Promises nothing: whoever must not miss it asks from time to time as well.</summary>
public interface INodeChannel
{
    /// <summary>Tells the other nodes, soon. Never waits and never fails.</summary>
    void Send(NodeMessage message);

    /// <summary>Calls the handler for what other nodes tell, until the subscription is disposed of. Must be quick.</summary>
    IDisposable Subscribe(Action<NodeMessage> handler);

    /// <summary>Calls the handler when this node hears the others again after a time in which it may have missed something.</summary>
    IDisposable SubscribeToGaps(Action handler);
}
