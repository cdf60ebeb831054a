using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Provisioning;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Registers the operators' console.</summary>
internal static class OperatorsServiceCollectionExtensions
{
    /// <summary>Adds it. Settings: <c>Portal:Operators</c>.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddOptions<OperatorConsoleOptions>().BindConfiguration(OperatorConsoleOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorConsoleOptions>, OperatorConsoleOptionsValidator>();
        services.TryAddSingleton<AuditReader>();
        services.TryAddSingleton<TenantClients>();
        services.TryAddSingleton<TenantProvisioning>();
        services.AddSingleton<LastActivity>();
        services.AddSingleton<OperatorStore>();
        services.AddSingleton<FindingStore>();
        services.AddSingleton<SurveyJournal>();
        services.AddSingleton<SurveyStart>();
        services.AddScoped<OperatorListing>();
        services.AddScoped<OperatorReading>();
        services.AddScoped<OrganizationExamination>();
        services.AddScoped<TemplateReading>();
        services.AddScoped<TenantComparing>();
        services.AddScoped<IOperatorOrganizationService, OperatorOrganizationService>();
        services.AddScoped<IFindingService, FindingService>();
        services.AddScoped<ISurveyService, SurveyService>();
        services.AddScoped<ITemplateService, TemplateService>();
        services.AddScoped<ICreationSwitchService, CreationSwitchService>();
        services.AddScoped<FindingWords>();
        services.AddScoped<IOperatorNavigationSource, OperatorNavigation>();
        services.AddDurableWork<SurveyWork>(SurveyWork.Name);
        services.AddRecurringWork<SurveyUpkeep>(SurveyUpkeep.Name, SurveyUpkeep.Every);
        return services;
    }
}
