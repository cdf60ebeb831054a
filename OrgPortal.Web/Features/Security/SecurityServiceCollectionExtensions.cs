using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Security;

/// <summary>Registers the feature.</summary>
public static class SecurityServiceCollectionExtensions
{
    /// <summary>Adds the required second factor. Settings: <c>Portal:SecondFactor</c>.</summary>
    public static IServiceCollection AddSignInSecurity(this IServiceCollection services)
    {
        services.AddOptions<SecondFactorOptions>().BindConfiguration(SecondFactorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SecondFactorOptions>, SecondFactorOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddSingleton<SecondFactorPlans>();
        services.AddSingleton<SecondFactorCounts>();
        services.AddSingleton<SecondFactorReading>();
        services.AddScoped<SecondFactorRules>();
        services.AddScoped<SecondFactorChanges>();
        services.AddScoped<SecondFactorNews>();
        services.AddScoped<ISecondFactorService, SecondFactorService>();
        services.AddScoped<SecondFactorWords>();
        services.AddScoped<INavigationSource, SecondFactorNavigation>();
        services.AddScoped<ICommandSource, SecondFactorCommands>();
        services.AddSingleton<IOrganizationGate, SecondFactorShell>();
        services.AddDurableWork<SecondFactorCounting>(SecondFactorCounting.Name);
        services.AddDurableWork<SecondFactorEnforcing>(SecondFactorEnforcing.Name);
        services.AddRecurringWork<SecondFactorUpkeep>(SecondFactorUpkeep.Name, SecondFactorUpkeep.Every);
        return services;
    }
}
