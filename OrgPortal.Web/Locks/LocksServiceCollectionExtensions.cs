namespace OrgPortal.Web.Locks;

/// <summary>Registers the locks on organizations.</summary>
public static class LocksServiceCollectionExtensions
{
    /// <summary>Adds locks that hold across nodes which share a store.</summary>
    public static IServiceCollection AddOrganizationLocks(this IServiceCollection services) =>
        services.AddSingleton<IOrganizationLocks, OrganizationLocks>();
}
