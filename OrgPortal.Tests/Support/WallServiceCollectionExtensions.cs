using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Tests.Support;

/// <summary>The wall, as tests of services want it.</summary>
internal static class WallServiceCollectionExtensions
{
    /// <summary>Registers the real guard with the real rights, and with gates that let everybody through: what those keep out has tests of its own.</summary>
    public static IServiceCollection AddWall(this IServiceCollection services)
    {
        services.AddOptions<PermissionOptions>();
        NoVisits.AddTo(services);
        services.AddSingleton<IPermissionReader, PermissionReader>();
        services.AddSingleton<IAccountStanding, AccountStanding>();
        services.AddSingleton<ISecondFactorGate, OpenSecondFactorGate>();
        services.AddSingleton<IOrganizationHolds, NoOrganizationHolds>();
        services.AddSingleton<IOrganizationGuard, OrganizationGuard>();
        services.AddScoped<IReauthentication, Reauthentication>();
        return services;
    }
}
