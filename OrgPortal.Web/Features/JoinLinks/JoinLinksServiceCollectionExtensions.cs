using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Registers joining by links.</summary>
public static class JoinLinksServiceCollectionExtensions
{
    /// <summary>Adds links by which people join by themselves. Needs <c>AddInvitations</c>.</summary>
    public static IServiceCollection AddJoinLinks(this IServiceCollection services)
    {
        services.AddOptions<DomainOptions>().BindConfiguration(DomainOptions.Section);
        services.TryAddSingleton<AddressTrust>();
        services.AddSingleton<JoinLinkRecords>();
        services.AddScoped<JoinLinkStanding>();
        services.AddScoped<JoinLinkAccess>();
        services.AddScoped<JoinLinkListing>();
        services.AddScoped<JoinLinkChanges>();
        services.AddScoped<JoinLinkEditing>();
        services.AddScoped<JoinLandings>();
        services.AddScoped<JoiningByLink>();
        services.AddScoped<IJoinLinkService, JoinLinkService>();
        services.AddScoped<IJoinByLinkService, JoinByLinkService>();
        services.AddScoped<ICommandSource, JoinLinkCommands>();
        services.AddRecurringWork<JoinRepair>(JoinRepair.Name, JoinRepair.Every);
        return services;
    }
}
