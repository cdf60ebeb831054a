using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Members;

/// <summary>Registers the feature.</summary>
public static class MembersServiceCollectionExtensions
{
    /// <summary>Adds members, their roles and the pages' own services.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<IMemberService, MemberService>();
        services.AddScoped<IFormerMemberService, FormerMemberService>();
        services.AddScoped<IMembershipTermService, MembershipTermService>();
        services.AddScoped<IMemberExportService, MemberExportService>();
        services.AddScoped<BulkActs>();
        services.AddScoped<Reinstatement>();
        services.AddScoped<Removal>();
        services.AddScoped<RemovalFlow>();
        services.AddScoped<MembershipEnding>();
        services.AddScoped<MembershipNews>();
        services.AddScoped<MembershipsElsewhere>();
        services.AddSingleton<FormerMembers>();
        services.AddSingleton<MembershipTerms>();
        services.AddScoped<MemberListing>();
        services.AddScoped<MemberReading>();
        services.AddScoped<MemberRules>();
        services.AddScoped<MemberActs>();
        services.TryAddSingleton<Administrators>();
        services.TryAddSingleton<IAdministrators>(provider => provider.GetRequiredService<Administrators>());
        services.AddScoped<HandOver>();
        services.AddScoped<HandOverRules>();
        services.TryAddSingleton<PermissionAsks>();
        services.AddScoped<IPermissionRequestService, PermissionRequestService>();
        services.Replace(ServiceDescriptor.Scoped<IPermissionHelp, PermissionHelp>());
        services.AddSingleton<MemberPages>();
        services.TryAddSingleton<RecentChanges>();
        services.AddScoped<PeopleCounts>();
        services.AddScoped<IPeopleTabSource, MembersTabSource>();
        services.AddScoped<SeenPeople>();
        services.AddScoped<ICommandSource, PeopleCommands>();
        services.AddScoped<ICommandSearch, PeopleSearch>();
        services.AddScoped<MemberWords>();
        services.AddScoped<MemberQuestions>();
        services.AddScoped<Departure>();
        services.AddRecurringWork<MembershipUpkeep>(MembershipUpkeep.Name, MembershipUpkeep.Every);
        return services;
    }
}
