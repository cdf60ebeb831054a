namespace OrgPortal.Web.Events;

/// <summary>Registers the announcements of changes.</summary>
public static class EventsServiceCollectionExtensions
{
    /// <summary>Adds the hub of this node.</summary>
    public static IServiceCollection AddOrganizationEvents(this IServiceCollection services) =>
        services.AddSingleton<IOrganizationEvents, InProcessOrganizationEvents>();
}
