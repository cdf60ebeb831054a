using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Probing;
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
        services.AddTransient<AnswerBufferingHandler>();
        AddTokenClient(services);
        AddConnectionClient(services);
        AddProbeClient(services);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LogtoConnection>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(LogtoConnection))));

        services.AddSingleton<IOrganizationsClient, OrganizationsClient>();
        services.AddSingleton<IOrganizationMembersClient, OrganizationMembersClient>();
        services.AddSingleton<IOrganizationInvitationsClient, OrganizationInvitationsClient>();
        services.AddSingleton<IOrganizationRolesClient, OrganizationRolesClient>();
        services.AddSingleton<IOrganizationJustInTimeClient, OrganizationJustInTimeClient>();
        services.AddSingleton<IUsersClient, UsersClient>();
        services.AddSingleton<IOneTimeTokensClient, OneTimeTokensClient>();
        services.AddSingleton<IUserAssetsClient, UserAssetsClient>();
        services.AddSingleton<ISignInExperienceClient, SignInExperienceClient>();
        services.AddSingleton<IConnectorsClient, ConnectorsClient>();
        services.AddSingleton<IApplicationsClient, ApplicationsClient>();
        services.AddSingleton<IOrganizationApplicationsClient, OrganizationApplicationsClient>();
        services.AddSingleton<ILogsClient, LogsClient>();
        services.AddSingleton<ISsoConnectorsClient, SsoConnectorsClient>();
        services.AddSingleton<IRolesClient, RolesClient>();
        services.AddSingleton<IApiResourcesClient, ApiResourcesClient>();
        services.AddSingleton<IOrganizationTemplateClient, OrganizationTemplateClient>();
        services.AddSingleton<IHooksClient, HooksClient>();
        services.AddSingleton<IEmailTemplatesClient, EmailTemplatesClient>();
        return services;
    }

    private static void AddTokenClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(ManagementTokens.HttpClientName, http =>
        {
            http.Timeout = LogtoConnection.LongestCall;
            http.MaxResponseContentBufferSize = ManagementTokens.LargestAnswer;
        });
        client.ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        client.AddResilienceHandler("logto-token", LogtoResilience.ConfigureTokens);
    }

    private static void AddProbeClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(TenantProbe.HttpClientName, http =>
        {
            http.Timeout = LogtoConnection.LongestCall;
            http.MaxResponseContentBufferSize = TenantProbe.LargestAnswer;
        });
        client.ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton<ITenantProbe, TenantProbe>();
    }

    private static void AddConnectionClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(nameof(LogtoConnection), (provider, http) =>
        {
            http.BaseAddress = new Uri(provider.GetRequiredService<IOptions<LogtoOptions>>().Value.Endpoint!, "api/");
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.MaxResponseContentBufferSize = LogtoConnection.LargestAnswer;
        });
        client.ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();

        // From the outside in: waiting for a token takes no attempt's time, and an attempt ends with the last byte of its answer.
        client.AddHttpMessageHandler<ManagementTokenHandler>();
        client.AddResilienceHandler("logto", LogtoResilience.Configure);
        client.AddHttpMessageHandler<AnswerBufferingHandler>();
    }

    private static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
