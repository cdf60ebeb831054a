using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Registers the feature.</summary>
public static class OutgoingWebhooksServiceCollectionExtensions
{
    /// <summary>Adds webhooks of organizations, and whoever sends to them. Settings: <c>Portal:Webhooks</c>.</summary>
    public static IServiceCollection AddOutgoingWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddOutbound();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookSignal>();
        services.AddSingleton<WebhookRelay>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookCheck>();
        services.AddScoped<WebhookAccess>();
        services.AddScoped<WebhookChanges>();
        services.AddScoped<WebhookDeliveries>();
        services.AddScoped<WebhookSending>();
        services.AddScoped<IWebhookService, WebhookService>();
        services.AddScoped<WebhookWords>();
        services.AddScoped<INavigationSource, WebhookNavigation>();
        services.AddScoped<ICommandSource, WebhookCommands>();
        services.AddHostedService<WebhookCourier>();
        services.AddRecurringWork<WebhookUpkeep>(WebhookUpkeep.Name, WebhookUpkeep.Every);
        return services;
    }
}
