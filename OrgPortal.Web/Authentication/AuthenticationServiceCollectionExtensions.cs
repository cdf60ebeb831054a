using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication;

/// <summary>Who is there: sign-in over OpenID Connect, sessions, tokens.</summary>
internal static class AuthenticationServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPortalAuthentication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddSignIn(services);
        AddSessions(services);
        AddCurrentUser(services);
        services.AddBearer();

        // Whoever forgets to say who may come in has said: nobody who is not signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Who is there by their cookie, known from here on.</summary>
    public static IApplicationBuilder UsePortalAuthentication(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<CurrentUserMiddleware>().UseMiddleware<CircuitLimitMiddleware>();

    /// <summary>Who is there by their token, known from here on.</summary>
    public static IApplicationBuilder UseBearerAuthentication(this IApplicationBuilder app) =>
        app.UseMiddleware<BearerMiddleware>().UseMiddleware<CurrentUserMiddleware>();

    /// <summary>Maps sign-in, sign-out and back-channel logout.</summary>
    public static IEndpointRouteBuilder MapPortalAuthentication(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapSignInTrial();
        routes.MapSignOut();
        routes.MapBackchannelLogout();
        return routes;
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication(PortalSchemes.Session)
            .AddCookie(PortalSchemes.Session)
            .AddOpenIdConnect(PortalSchemes.OpenId, _ => { });
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookieSetup>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdConnectSetup>();
        services.AddOptions<SignInOptions>();
        services.AddOptions<LogtoOptions>().BindConfiguration(LogtoOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LogtoOptions>, LogtoOptionsValidator>());
        services.AddHttpContextAccessor();
        services.AddSingleton<SignInCookies>();
        services.AddSingleton<IOneTimeSignIn>(provider => provider.GetRequiredService<SignInCookies>());
        services.AddScoped<SignInEvents>();
        services.AddSingleton<SignInTrialLinks>();
        services.AddSingleton<LogoutTokens>();
        services.AddOptions<SecurityHeadersOptions>().Configure<IOptions<LogtoOptions>>((headers, logto) =>
            headers.FormTargets.Add(logto.Value.Endpoint!.GetLeftPart(UriPartial.Authority)));
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddOptions<SessionLifetimeOptions>().BindConfiguration(SessionLifetimeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionLifetimeOptions>, SessionLifetimeOptionsValidator>();
        services.AddSingleton<ISessionStore, DatabaseSessionStore>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<SessionRegistry>();
        services.AddSingleton<ISessions>(provider => provider.GetRequiredService<SessionRegistry>());
        services.AddSingleton<SessionTickets>();
        services.AddSingleton<ISessionPeople, SessionPeople>();
        services.AddSingleton<SessionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddSingleton<SessionGates>();
        services.AddSingleton<ITokenEndpoint, TokenEndpoint>();
        services.AddSingleton<IUserTokens, UserTokens>();
        services.AddHttpClient(TokenEndpoint.ClientName, client => client.Timeout = TimeSpan.FromSeconds(15));
    }

    private static void AddCurrentUser(IServiceCollection services)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<SessionAuthenticationStateProvider>();
        // After Blazor's own, and so instead of it.
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<SessionAuthenticationStateProvider>());
        services.AddScoped<CircuitHandler, SessionCircuitHandler>();
        services.AddOptions<CircuitLimitOptions>().BindConfiguration(CircuitLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OpenCircuits>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler, PresenceCircuitHandler>();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<ActingPerson>();
        services.AddScoped<IRequestOrigin, RequestOrigin>();
    }
}
