using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Registers the feature.</summary>
public static class DomainsServiceCollectionExtensions
{
    private static readonly TimeSpan Rechecks = TimeSpan.FromMinutes(15);

    /// <summary>Adds domains and the proof of them. Settings: <c>Portal:Domains</c>.</summary>
    public static IServiceCollection AddDomains(this IServiceCollection services)
    {
        services.AddOptions<DomainOptions>().BindConfiguration(DomainOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DomainOptions>, DomainOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddSingleton<DnsDomainProofs>();
        services.AddSingleton(CreateProofs);
        services.AddSingleton<DomainRefusals>();
        services.AddSingleton<DomainStore>();
        services.TryAddSingleton<AddressTrust>();
        services.AddSingleton<DomainDirectory>();
        services.AddScoped<DomainListing>();
        services.AddScoped<DomainProving>();
        services.AddScoped<DomainEnrolments>();
        services.AddScoped<DomainNews>();
        services.AddScoped<DomainRechecks>();
        services.AddScoped<IDomainService, DomainService>();
        services.AddScoped<INavigationSource, DomainNavigation>();
        services.AddScoped<ICommandSource, DomainCommands>();
        services.AddRecurringWork<DomainWork>(DomainWork.Name, Rechecks);
        return services;
    }

    private static IDomainProofs CreateProofs(IServiceProvider provider)
    {
        IDomainProofs dns = provider.GetRequiredService<DnsDomainProofs>();
#if EMBEDDED_LOGTO
        if (provider.GetService<IHostEnvironment>()?.IsDevelopment() is true)
        {
            return new DevelopmentDomainProofs(dns, provider.GetRequiredService<IConfiguration>());
        }
#endif
        return dns;
    }
}
