using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Components;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Visits;

/// <summary>Registers operators' visits.</summary>
internal static class VisitsServiceCollectionExtensions
{
    /// <summary>Adds them, with the note above every page of an organization that is visited.</summary>
    public static IServiceCollection AddVisits(this IServiceCollection services)
    {
        services.AddSingleton<OperatorVisits>();
        services.AddSingleton<IVisits>(provider => provider.GetRequiredService<OperatorVisits>());
        services.AddScoped<VisitEnding>();
        services.AddScoped<IVisitService, VisitService>();
        services.AddSingleton<IOrganizationGate, VisitGate>();
        services.AddRecurringWork<VisitUpkeep>(VisitUpkeep.Name, VisitUpkeep.Every);
        return services;
    }
}
