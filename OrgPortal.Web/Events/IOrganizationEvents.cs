using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>Announces changes to every open page, and to the caches that must forget.</summary>
public interface IOrganizationEvents
{
    /// <summary>Announces a change that has happened. Handlers run in the background; one that fails harms no other.</summary>
    void Publish(OrganizationEvent organizationEvent);

    /// <summary>Calls the handler for each event of the organization until the subscription is disposed of.</summary>
    IDisposable Subscribe(OrganizationId organization, Func<OrganizationEvent, Task> handler);

    /// <summary>Calls the handler, before <see cref="Publish"/> returns, for each event of every organization. For caches; must be quick.</summary>
    IDisposable SubscribeToAll(Action<OrganizationEvent> handler);
}
