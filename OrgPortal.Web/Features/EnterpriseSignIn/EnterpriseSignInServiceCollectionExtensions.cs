using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Registers the feature.</summary>
public static class EnterpriseSignInServiceCollectionExtensions
{
    /// <summary>Adds sign-in through organizations' own identity providers. Settings: <c>Portal:EnterpriseSignIn</c>.</summary>
    public static IServiceCollection AddEnterpriseSignIn(this IServiceCollection services)
    {
        services.AddOptions<EnterpriseSignInOptions>().BindConfiguration(EnterpriseSignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EnterpriseSignInOptions>, EnterpriseSignInOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddOutbound();
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<OwnDomains>();
        services.AddSingleton<ProviderDocuments>();
        services.AddScoped<ConnectionAccess>();
        services.AddScoped<ConnectionRoutes>();
        services.AddScoped<ConnectionEnding>();
        services.AddScoped<ConnectionListing>();
        services.AddScoped<ConnectionMaking>();
        services.AddScoped<ConnectionChanges>();
        services.AddScoped<ConnectionOpening>();
        services.AddScoped<ConnectionTrials>();
        services.AddScoped<ISignInTrials>(provider => provider.GetRequiredService<ConnectionTrials>());
        services.AddScoped<IEnterpriseSignInService, EnterpriseSignInService>();
        services.AddScoped<INavigationSource, EnterpriseSignInNavigation>();
        services.AddScoped<ICommandSource, EnterpriseSignInCommands>();
        services.AddRecurringWork<ConnectionUpkeep>(ConnectionUpkeep.Name, ConnectionUpkeep.Every);
        return services;
    }
}
