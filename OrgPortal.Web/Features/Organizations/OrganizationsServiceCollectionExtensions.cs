using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Registers organizations.</summary>
public static class OrganizationsServiceCollectionExtensions
{
    /// <summary>Adds the service, what the shell asks, and the repair of broken-off creations.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<OrganizationOptions>(configuration.GetSection(OrganizationOptions.Section));
        services.AddScoped<OrganizationCreation>();
        services.AddScoped<IOrganizationService, OrganizationService>();
        services.AddScoped<IShellSource, OrganizationShell>();
        services.AddHostedService<CreationRepair>();
        return services;
    }
}
