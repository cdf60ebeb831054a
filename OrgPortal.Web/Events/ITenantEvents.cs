namespace OrgPortal.Web.Events;

/// <summary>Announces what concerns every organization, to the caches that must forget.</summary>
public interface ITenantEvents
{
    /// <summary>Announces, on every node. The handlers of this node were called when it returns.</summary>
    void Publish(TenantEvent tenantEvent);

    /// <summary>Calls the handler for each event until the subscription is disposed of. Must be quick.</summary>
    IDisposable Subscribe(Action<TenantEvent> handler);
}
