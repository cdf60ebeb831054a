using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Registers invitations.</summary>
public static class InvitationsServiceCollectionExtensions
{
    /// <summary>Adds inviting, and answering invitations. Settings: <c>Portal:Invitations</c>.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddOptions<InvitationOptions>().BindConfiguration(InvitationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<InvitationOptions>, InvitationOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddSingleton<InvitationReader>();
        services.AddSingleton<InvitationTally>();
        services.AddSingleton<InvitationTokens>();
        services.AddSingleton<InvitationLetters>();
        services.AddSingleton<InvitationLimits>();
        services.AddSingleton<InviterNames>();
        services.AddSingleton<InvitationMailer>();
        services.AddSingleton<InvitationOffers>();
        services.AddSingleton<ISwitcherPart, MyInvitationsPart>();
        services.AddScoped<InvitationAccess>();
        services.AddScoped<InvitationListing>();
        services.AddScoped<InvitationWriter>();
        services.AddScoped<InvitationBatch>();
        services.AddScoped<InvitationUpkeep>();
        services.AddScoped<InvitationEnding>();
        services.AddScoped<InvitationVouching>();
        services.AddScoped<InvitationNews>();
        services.AddScoped<InvitationSuccession>();
        services.AddScoped<InvitationAnswers>();
        services.AddScoped<InvitationLandings>();
        services.AddScoped<InvitationAsking>();
        services.AddScoped<InvitationSignUp>();
        services.AddScoped<MyInvitationsReader>();
        services.AddScoped<IInvitationService, InvitationService>();
        services.AddScoped<IInvitationResponseService, InvitationResponseService>();
        services.AddScoped<ISentInvitations, SentInvitations>();
        services.AddScoped<IPeopleTabSource, InvitationsTabSource>();
        services.AddScoped<ICommandSource, InvitationCommands>();
        return services;
    }
}
