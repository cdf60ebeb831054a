using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Audit;

/// <summary>Registers the record of who did what.</summary>
public static class AuditServiceCollectionExtensions
{
    /// <summary>Adds the audit trail over the portal's store.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services)
    {
        services.AddAuditChain();
        services.AddSingleton<AuditChainWriter>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddHostedService<EarlierAuditEntries>();
        services.AddHostedService<AuditRetention>();
        return services;
    }

    /// <summary>Adds what reads and proves the chain, and nothing that writes.</summary>
    public static IServiceCollection AddAuditChain(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddSingleton<AuditHashes>();
        services.AddSingleton<AuditVerification>();
        return services;
    }
}
