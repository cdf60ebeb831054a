using OrgPortal.Web.Features.Invitations.Importing.Api;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Registers imports of invitations.</summary>
public static class ImportingServiceCollectionExtensions
{
    /// <summary>Adds them. Settings: <c>Portal:Invitations</c>.</summary>
    public static IServiceCollection AddInvitationImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportJournal>();
        services.AddScoped<ImportFactsReader>();
        services.AddScoped<ImportPlan>();
        services.AddScoped<ImportSender>();
        services.AddScoped<IInvitationImportService, InvitationImportService>();
        services.AddScoped<ImportIntake>();
        services.AddDurableWork<ImportWork>(ImportWork.Name);
        services.AddRecurringWork<ImportUpkeep>(ImportUpkeep.Name, ImportUpkeep.Every);
        return services;
    }
}
