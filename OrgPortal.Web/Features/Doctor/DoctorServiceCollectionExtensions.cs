using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Doctor.Checks;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>Registers the doctor: its checks, its page and its words.</summary>
internal static class DoctorServiceCollectionExtensions
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDoctor(this IServiceCollection services)
    {
        AddChecks(services);
        services.AddSingleton<Examiner>();
        services.AddSingleton<DoctorWords>();
        services.AddSingleton<ReportText>();
        services.AddSingleton<ReportJson>();
        services.AddScoped<IDoctorService, DoctorService>();
        services.AddScoped<IPersonMenuSource, OperatorMenu>();
        services.AddScoped<IOperatorNavigationSource, DoctorNavigation>();
        return services;
    }

    // In the order of the report; what a check needs stands before it.
    private static void AddChecks(IServiceCollection services)
    {
        services.AddSingleton<ITenantCheck, StoreMigrations>();
        services.AddSingleton<ITenantCheck, PersistedKeys>();
        services.AddSingleton<ITenantCheck, ReachableValkey>();
        services.AddSingleton<ITenantCheck, ReachableLogto>();
        services.AddSingleton<ITenantCheck, AgreeingClocks>();
        services.AddSingleton<ITenantCheck, ExpectedIssuer>();
        services.AddSingleton<ITenantCheck, MachineCredentials>();
        services.AddSingleton<ITenantCheck, ManagementAccess>();
        services.AddSingleton<ITenantCheck, WebApplicationKind>();
        services.AddSingleton<ITenantCheck, WebSecret>();
        services.AddSingleton<ITenantCheck, RedirectAddress>();
        services.AddSingleton<ITenantCheck, SignedOutAddress>();
        services.AddSingleton<ITenantCheck, RefreshTokens>();
        services.AddSingleton<ITenantCheck, BackchannelAddress>();
        services.AddSingleton<ITenantCheck, BackchannelDelivery>();
        services.AddSingleton<ITenantCheck, TemplatePermissions>();
        services.AddSingleton<ITenantCheck, TemplateRoles>();
        services.AddSingleton<ITenantCheck, AdministratorRole>();
        services.AddSingleton<ITenantCheck, SignUpAddress>();
        services.AddSingleton<ITenantCheck, SignUpVerification>();
        services.AddSingleton<ITenantCheck, SecondFactorPolicy>();
        services.AddSingleton<ITenantCheck, EnterpriseConnectors>();
        services.AddSingleton<ITenantCheck, MailConnector>();
        services.AddSingleton<ITenantCheck, InvitationMail>();
        services.AddSingleton<ITenantCheck, WebhookAddress>();
        services.AddSingleton<ITenantCheck, FollowedEvents>();
        services.AddSingleton<ITenantCheck, WebhookKey>();
        services.AddSingleton<ITenantCheck, ApiResource>();
        services.AddSingleton<ITenantCheck, ApiClients>();
        services.AddSingleton<ITenantCheck, OperatorRole>();
    }
}
