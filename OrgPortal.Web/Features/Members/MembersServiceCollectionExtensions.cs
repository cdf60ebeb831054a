using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;

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
        services.AddScoped<BulkActs>();
        services.AddScoped<Reinstatement>();
        services.AddScoped<Removal>();
        services.AddScoped<RemovalFlow>();
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
        services.AddSingleton<MemberPages>();
        services.TryAddSingleton<RecentChanges>();
        services.AddScoped<PeopleCounts>();
        services.AddScoped<MemberWords>();
        services.AddScoped<MemberQuestions>();
        services.AddScoped<Departure>();
        return services;
    }
}
