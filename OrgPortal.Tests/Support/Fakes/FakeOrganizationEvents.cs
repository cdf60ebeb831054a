using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>The real hub, which also remembers what was announced.</summary>
public sealed class FakeOrganizationEvents : IOrganizationEvents
{
    private readonly InProcessOrganizationEvents _hub = new(NullLogger<InProcessOrganizationEvents>.Instance);

    /// <summary>In order.</summary>
    public List<OrganizationEvent> Published { get; } = [];

    public void Publish(OrganizationEvent organizationEvent)
    {
        lock (Published)
        {
            Published.Add(organizationEvent);
        }

        _hub.Publish(organizationEvent);
    }

    public IDisposable Subscribe(OrganizationId organization, Func<OrganizationEvent, Task> handler) => _hub.Subscribe(organization, handler);

    public IDisposable SubscribeToAll(Action<OrganizationEvent> handler) => _hub.SubscribeToAll(handler);
}
