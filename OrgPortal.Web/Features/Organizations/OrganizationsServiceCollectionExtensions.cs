using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Registers organizations.</summary>
public static class OrganizationsServiceCollectionExtensions
{
    /// <summary>Adds the service, what the shell asks, and the repair of broken-off creations.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrganizationOptions>().Bind(configuration.GetSection(OrganizationOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OrganizationOptions>, OrganizationOptionsValidator>();
        services.AddScoped<CreationJournal>();
        services.AddScoped<CreationMarks>();
        services.AddScoped<CreationRules>();
        services.AddScoped<OrganizationCreation>();
        services.AddScoped<OrganizationChanges>();
        services.AddScoped<OrganizationReading>();
        services.AddScoped<IOrganizationService, OrganizationService>();
        services.AddScoped<IShellSource, OrganizationShell>();
        services.AddHostedService<CreationRepair>();
        return services;
    }
}
