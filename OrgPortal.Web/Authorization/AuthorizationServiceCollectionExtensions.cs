using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Observability;

namespace OrgPortal.Web.Authorization;

/// <summary>Registers the room that decides who may do what.</summary>
public static class AuthorizationServiceCollectionExtensions
{
    /// <summary>Adds the guard, the permission reader, the watch over open pages, the ceiling for roles and the mapping of permissions.</summary>
    public static IServiceCollection AddOrganizationAuthorization(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PermissionOptions>(configuration.GetSection(PermissionOptions.Section));
        services.AddOptions<SignInOptions>().Configure<IOptions<PermissionOptions>>((signIn, permissions) =>
        {
            foreach (var (key, _) in OrganizationPermissions.All)
            {
                signIn.OrganizationPermissions.Add(permissions.Value.ScopeOf(key));
            }
        });
        services.AddSingleton<TenantOperators>();
        services.AddSingleton<VisitRights>();
        services.AddSingleton<PermissionReader>();
        services.AddSingleton<IPermissionReader>(provider => provider.GetRequiredService<PermissionReader>());
        services.AddOptions<AccessWatchOptions>().BindConfiguration(AccessWatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AccessTelemetry>();
        services.AddSingleton<AccessCheck>();
        services.AddSingleton<AccessWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessWatch>());
        services.AddSingleton<IAccountStanding, AccountStanding>();
        services.AddSingleton<ISecondFactorGate, SecondFactorGate>();
        services.AddScoped<IOrganizationGuard, OrganizationGuard>();
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<IOperatorGuard, OperatorGuard>();
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddScoped<IReauthentication, Reauthentication>();
        services.AddSingleton<IBearerPeople, BearerPeople>();
        return services;
    }
}
