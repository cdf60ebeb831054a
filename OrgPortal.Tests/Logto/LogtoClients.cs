using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto;

/// <summary>The real Logto room, as the portal registers it, over an endpoint or over a scripted handler.</summary>
internal static class LogtoClients
{
    public static ServiceProvider Create(Uri endpoint, string clientId, string clientSecret, HttpMessageHandler? handler = null, TimeProvider? time = null, ILoggerProvider? logs = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        services.AddMetrics();
        services.AddSingleton(time ?? TimeProvider.System);
        services.Configure<LogtoOptions>(options =>
        {
            options.Endpoint = endpoint;
            options.Management.ClientId = clientId;
            options.Management.ClientSecret = clientSecret;
        });
        services.AddLogto();
        if (handler is not null)
        {
            services.AddHttpClient(ManagementTokens.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
            services.AddHttpClient(nameof(LogtoConnection)).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider();
    }
}
