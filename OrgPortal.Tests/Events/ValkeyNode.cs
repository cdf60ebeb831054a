using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Tests.Events;

/// <summary>What a node of the portal has of events, over a Valkey.</summary>
internal sealed class ValkeyNode : IAsyncDisposable
{
    private readonly InProcessOrganizationEvents _hub = new(NullLogger<InProcessOrganizationEvents>.Instance);

    public ValkeyNode(string connection)
    {
        Channel = new ValkeyChannel(Options.Create(new ValkeyOptions { ConnectionString = connection }), TimeProvider.System, NullLogger<ValkeyChannel>.Instance);
        Organizations = new NodeOrganizationEvents(_hub, Channel, TimeProvider.System);
        Tenant = new TenantEvents(Channel);
        Sessions = new SessionEvents(Channel, TimeProvider.System, NullLogger<SessionEvents>.Instance);
    }

    public ValkeyChannel Channel { get; }

    public NodeOrganizationEvents Organizations { get; }

    public TenantEvents Tenant { get; }

    public SessionEvents Sessions { get; }

    public static async Task<ValkeyNode> StartAsync(string connection)
    {
        var node = new ValkeyNode(connection);
        await node.Channel.StartAsync(CancellationToken.None);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.StopAsync(CancellationToken.None);
        Channel.Dispose();
        Organizations.Dispose();
        Tenant.Dispose();
        Sessions.Dispose();
    }
}
