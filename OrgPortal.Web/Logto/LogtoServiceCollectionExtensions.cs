using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Observability;

namespace OrgPortal.Web.Logto;

/// <summary>Registers the room that speaks with Logto's Management API.</summary>
public static class LogtoServiceCollectionExtensions
{
    /// <summary>Adds the clients over one connection with the management token and its resilience.</summary>
    /// <remarks>The connection lives as long as the process: its handler renews pooled connections itself, so that DNS changes are seen.</remarks>
    public static IServiceCollection AddLogto(this IServiceCollection services)
    {
        services.AddSingleton<LogtoTelemetry>();
        services.AddSingleton<ManagementTokens>();
        services.AddTransient<ManagementTokenHandler>();
        services.AddHttpClient(ManagementTokens.HttpClientName, http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddHttpClient(nameof(LogtoConnection), (provider, http) =>
            {
                http.BaseAddress = new Uri(provider.GetRequiredService<IOptions<LogtoOptions>>().Value.Endpoint!, "api/");
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LogtoConnection.LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler<ManagementTokenHandler>()
            .AddResilienceHandler("logto", LogtoResilience.Configure);
        services.AddSingleton(provider => new LogtoConnection(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(LogtoConnection)),
            provider.GetRequiredService<LogtoTelemetry>()));

        services.AddSingleton<IOrganizationsClient, OrganizationsClient>();
        services.AddSingleton<IOrganizationMembersClient, OrganizationMembersClient>();
        services.AddSingleton<IOrganizationInvitationsClient, OrganizationInvitationsClient>();
        services.AddSingleton<IOrganizationRolesClient, OrganizationRolesClient>();
        services.AddSingleton<IUsersClient, UsersClient>();
        services.AddSingleton<ISignInExperienceClient, SignInExperienceClient>();
        return services;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
