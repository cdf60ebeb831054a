using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Features.Organizations.Deletion;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Registers organizations.</summary>
public static class OrganizationsServiceCollectionExtensions
{
    /// <summary>Adds the service, what the shell asks, the repair of broken-off creations, and deletion with its hold. Settings: <c>Portal:Organizations</c>, <c>Portal:CustomFields</c>, <c>Portal:Deletion</c>.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrganizationOptions>().Bind(configuration.GetSection(OrganizationOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OrganizationOptions>, OrganizationOptionsValidator>();
        services.AddScoped<CreationJournal>();
        services.AddScoped<CreationMarks>();
        services.AddScoped<CreationRules>();
        services.AddSingleton<CreationSuspensions>();
        services.AddScoped<CreationClearing>();
        services.AddScoped<OrganizationCreation>();
        services.AddScoped<OrganizationChanges>();
        services.AddScoped<LogoUpload>();
        services.AddScoped<OrganizationReading>();
        services.AddScoped<IOrganizationService, OrganizationService>();
        services.AddScoped<IShellSource, OrganizationShell>();
        services.AddHostedService<CreationRepair>();
        services.AddOptions<CustomFieldOptions>().Configure(options => configuration.GetSection(CustomFieldOptions.Section).Bind(options.Fields)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CustomFieldOptions>, CustomFieldOptionsValidator>();
        services.AddSingleton<CustomFieldSchema>();
        services.AddOptions<DeletionOptions>().Bind(configuration.GetSection(DeletionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeletionOptions>, DeletionOptionsValidator>();
        services.AddSingleton<OrganizationHolds>();
        services.AddSingleton<IOrganizationHolds>(provider => provider.GetRequiredService<OrganizationHolds>());
        services.AddSingleton<IOrganizationGate, HeldOrganizationGate>();
        services.AddScoped<OrganizationDeletion>();
        services.AddScoped<DeletionNews>();
        services.AddRecurringWork<DeletionWork>(DeletionWork.Name, DeletionWork.Every);
        return services;
    }
}
