using OrgPortal.Web.Features.Invitations.Importing.Api;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;
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
        services.AddSingleton<CallPace>();
        services.AddScoped(CreateSender);
        services.AddScoped<IInvitationImportService, InvitationImportService>();
        services.AddScoped<ImportIntake>();
        services.AddDurableWork<ImportWork>(ImportWork.Name);
        services.AddRecurringWork<ImportUpkeep>(ImportUpkeep.Name, ImportUpkeep.Every);
        return services;
    }

    // What an import sends goes out at the pace that Logto allows; what somebody sends by hand waits for nothing.
    private static ImportSender CreateSender(IServiceProvider provider)
    {
        IOrganizationInvitationsClient invitations = ActivatorUtilities.CreateInstance<PacedInvitationsClient>(provider);
        var mailer = ActivatorUtilities.CreateInstance<InvitationMailer>(provider, invitations);
        var writer = ActivatorUtilities.CreateInstance<InvitationWriter>(provider, invitations, mailer);
        var upkeep = ActivatorUtilities.CreateInstance<InvitationUpkeep>(provider, invitations, mailer, writer);
        return ActivatorUtilities.CreateInstance<ImportSender>(provider, invitations, mailer, writer, upkeep);
    }
}
