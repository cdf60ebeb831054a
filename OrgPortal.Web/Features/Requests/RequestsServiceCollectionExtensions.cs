using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Registers the feature.</summary>
public static class RequestsServiceCollectionExtensions
{
    private static readonly TimeSpan Upkeep = TimeSpan.FromMinutes(5);

    /// <summary>Adds requests to join. Settings: <c>Portal:Requests</c>.</summary>
    public static IServiceCollection AddJoinRequests(this IServiceCollection services)
    {
        services.AddOptions<RequestOptions>().BindConfiguration(RequestOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RequestOptions>, RequestOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddSingleton<RequestStore>();
        services.AddScoped<RequestNews>();
        services.AddScoped<RequestListing>();
        services.AddScoped<JoinAsking>();
        services.AddScoped<JoinUpkeep>();
        services.AddScoped<JoinAnswers>();
        services.AddScoped<IJoinRequestService, JoinRequestService>();
        services.AddScoped<IPeopleTabSource, RequestsTabSource>();
        services.AddRecurringWork<RequestWork>(RequestWork.Name, Upkeep);
        return services;
    }
}
