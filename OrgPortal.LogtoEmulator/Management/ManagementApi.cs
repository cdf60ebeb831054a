using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Mounts the Management API under <c>/api</c>. The host registers a <see cref="LogtoState"/> and an
/// <see cref="Answers.IManagementTokenVerifier"/>.
/// </summary>
internal static class ManagementApi
{
    public static IServiceCollection AddManagementApi(this IServiceCollection services)
    {
        services.AddHttpClient(HookDispatcher.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<HookDispatcher>();
        services.AddSingleton<ManagementPipeline>();
        return services;
    }

    public static IEndpointRouteBuilder MapManagementApi(this IEndpointRouteBuilder endpoints)
    {
        var pipeline = endpoints.ServiceProvider.GetRequiredService<ManagementPipeline>();
        var routes = Routes();
        foreach (var route in routes)
        {
            string[] methods = route.Method == "GET" ? ["GET", "HEAD"] : [route.Method];
            endpoints.MapMethods("/api" + route.Pattern, methods, context => pipeline.RunAsync(context, route));
        }

        var unknown = new UnknownRoutes(routes);
        endpoints.Map("/api/{**path}", unknown.AnswerAsync).WithOrder(int.MaxValue);
        return endpoints;
    }

    /// <summary>Every route, area by area.</summary>
    public static IReadOnlyList<ManagementRoute> Routes()
    {
        var routes = new ManagementRoutes();
        Organizations.Map(routes);
        OrganizationMembers.Map(routes);
        OrganizationMemberRoles.Map(routes);
        OrganizationInvitations.Map(routes);
        OrganizationJustInTime.Map(routes);
        OrganizationApplications.Map(routes);
        OrganizationApplicationRoles.Map(routes);
        OrganizationRoles.Map(routes);
        OrganizationScopes.Map(routes);
        Users.Map(routes);
        UserSearch.Map(routes);
        UserIdentities.Map(routes);
        UserMfaVerifications.Map(routes);
        UserSessions.Map(routes);
        Applications.Map(routes);
        ApplicationSecrets.Map(routes);
        OneTimeTokens.Map(routes);
        Resources.Map(routes);
        ResourceScopes.Map(routes);
        Roles.Map(routes);
        RoleAssignments.Map(routes);
        RoleScopes.Map(routes);
        SsoConnectors.Map(routes);
        SignInExperiences.Map(routes);
        Connectors.Map(routes);
        EmailTemplates.Map(routes);
        VerificationCodes.Map(routes);
        Hooks.Map(routes);
        Logs.Map(routes);
        Configs.Map(routes);
        UserAssets.Map(routes);
        Status.Map(routes);
        OpenApi.Map(routes);
        return routes.All;
    }
}
