using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Provisioning;

/// <summary>Registers what sets a tenant up.</summary>
internal static class ProvisioningServiceCollectionExtensions
{
    /// <summary>Needs the Logto room.</summary>
    public static IServiceCollection AddProvisioning(this IServiceCollection services)
    {
        services.AddOptions<LogtoOptions>().BindConfiguration(LogtoOptions.Section);
        services.AddSingleton<LogtoOptionsValidator>();
        services.AddSingleton<TenantClients>();
        services.AddSingleton<TenantProvisioning>();
        return services;
    }
}
