using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Registers the feature.</summary>
public static class AuditLogServiceCollectionExtensions
{
    /// <summary>Adds the audit log's page, service and entry in the navigation.</summary>
    public static IServiceCollection AddAuditLog(this IServiceCollection services)
    {
        services.AddScoped<IAuditService, AuditService>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<IJoinings>(provider => provider.GetRequiredService<AuditReader>());
        services.AddSingleton<ILastChanges>(provider => provider.GetRequiredService<AuditReader>());
        services.AddSingleton<IMovements, MovementReader>();
        services.AddSingleton<IMovementCounts, MovementCounter>();
        services.AddScoped<AuditWords>();
        services.AddScoped<INavigationSource, AuditNavigation>();
        services.AddScoped<ICommandSource, AuditCommands>();
        services.TryAddSingleton<RecentChanges>();
        return services;
    }
}
