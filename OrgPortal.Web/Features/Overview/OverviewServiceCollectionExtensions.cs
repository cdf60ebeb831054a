using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;

namespace OrgPortal.Web.Features.Overview;

/// <summary>Registers the feature.</summary>
public static class OverviewServiceCollectionExtensions
{
    /// <summary>Adds the overview's page, service and entry in the navigation.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services)
    {
        services.AddScoped<IOrganizationOverviewService, OrganizationOverviewService>();
        services.AddScoped<OverviewReading>();
        services.AddScoped<PeopleReading>();
        services.AddScoped<OverviewFigures>();
        services.AddScoped<INavigationSource, OverviewNavigation>();
        services.TryAddSingleton<RecentChanges>();
        return services;
    }
}
