namespace OrgPortal.Web.Events.Nodes;

/// <summary>There are no other nodes, or none that could be told.</summary>
internal sealed class SingleNode : INodeChannel
{
    public void Send(NodeMessage message)
    {
    }

    public IDisposable Subscribe(Action<NodeMessage> handler) => Nothing.Instance;

    public IDisposable SubscribeToGaps(Action handler) => Nothing.Instance;

    private sealed class Nothing : IDisposable
    {
        public static Nothing Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
