namespace OrgPortal.Web.Webhooks;

/// <summary>Registers the room that listens to Logto.</summary>
internal static class WebhooksServiceCollectionExtensions
{
    /// <summary>Adds what follows Logto's news.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services.AddScoped<NewsFollower>();
}
