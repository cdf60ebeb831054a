using OrgPortal.LogtoEmulator.Control;
using OrgPortal.LogtoEmulator.Enterprise;
using OrgPortal.LogtoEmulator.Management;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.Pages;

namespace OrgPortal.LogtoEmulator;

/// <summary>The order of the middleware and every route beside the Management API's.</summary>
internal static class EmulatorPipeline
{
    private static readonly string[] GetOrHead = ["GET", "HEAD"];
    private static readonly string[] GetOrPost = ["GET", "HEAD", "POST"];
    private static readonly string[] Options = ["OPTIONS"];

    public static void UseEmulator(this WebApplication application)
    {
        application.UseMiddleware<LocalOnlyMiddleware>(); // before anything is noted or done
        application.UseRouting(); // so that the journal knows the route
        application.UseMiddleware<JournalMiddleware>(); // outside the faults, so that it sees them
        if (application.Services.GetRequiredService<EmulatorOptions>() is { WriteLimit: > 0 })
        {
            application.UseMiddleware<WriteLimitMiddleware>();
        }

        if (application.Services.GetRequiredService<EmulatorOptions>() is { Latency.Ticks: > 0 } or { CallsPerSecond: > 0 })
        {
            application.UseMiddleware<PaceMiddleware>();
        }

        application.UseMiddleware<FaultMiddleware>();
        MapOpenId(application, application.Services);
        MapPages(application, application.Services);
        ControlEndpoints.Map(application, application.Services.GetRequiredService<EmulatorControl>());
        application.MapManagementApi();
        application.UseEndpoints(static _ => { }); // before the last resort, which would else answer everything
        application.Run(NotFoundAsync);
    }

    private static void MapOpenId(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var discovery = services.GetRequiredService<DiscoveryEndpoint>();
        routes.MapMethods("/oidc/.well-known/openid-configuration", GetOrHead, discovery.HandleAsync);
        routes.MapMethods("/oidc/.well-known/oauth-authorization-server", GetOrHead, discovery.HandleAsync);
        routes.MapMethods("/oidc/jwks", GetOrHead, services.GetRequiredService<KeysEndpoint>().HandleAsync);
        routes.MapMethods("/oidc/auth", GetOrPost, services.GetRequiredService<AuthorizeEndpoint>().HandleAsync);
        var resume = services.GetRequiredService<ResumeEndpoint>();
        routes.MapGet("/oidc/auth/{uid}", context => resume.HandleAsync(context, Value(context, "uid")));
        routes.MapPost("/oidc/token", services.GetRequiredService<TokenEndpoint>().HandleAsync);
        routes.MapMethods("/oidc/token", Options, ClientOrigins.PreflightAsync);
        routes.MapPost("/oidc/token/introspection", services.GetRequiredService<IntrospectionEndpoint>().HandleAsync);
        routes.MapPost("/oidc/token/revocation", services.GetRequiredService<RevocationEndpoint>().HandleAsync);
        routes.MapMethods("/oidc/token/revocation", Options, ClientOrigins.PreflightAsync);
        routes.MapMethods("/oidc/me", GetOrPost, services.GetRequiredService<UserInfoEndpoint>().HandleAsync);
        var end = services.GetRequiredService<EndSessionEndpoint>();
        routes.MapMethods("/oidc/session/end", GetOrPost, end.HandleAsync);
        routes.MapPost("/oidc/session/end/confirm", end.ConfirmAsync);
        routes.MapGet("/oidc/session/end/success", EndSessionEndpoint.SucceedAsync);
        routes.Map("/oidc/request", NotEmulatedAsync);
        routes.Map("/oidc/device/{**path}", NotEmulatedAsync);
        routes.Map("/oidc/{**path}", UnknownAsync).WithOrder(int.MaxValue);
    }

    private static void MapPages(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        routes.MapGet("/", services.GetRequiredService<IndexPage>().HandleAsync);
        routes.MapGet("/mailbox", services.GetRequiredService<MailboxPage>().HandleAsync);
        var signIn = services.GetRequiredService<SignInEndpoints>();
        routes.MapGet("/sign-in", signIn.ShowAsync);
        routes.MapGet("/identifier-sign-in", signIn.ShowAsync);
        routes.MapGet("/reset-password", NotEmulatedAsync);
        routes.MapPost("/sign-in", signIn.SubmitAsync);
        routes.MapPost("/set-up-factor", signIn.SetUpFactorAsync);
        var links = services.GetRequiredService<MagicLinkEndpoints>();
        routes.MapPost("/sign-in/token", links.SubmitAsync);
        routes.MapPost("/sign-in/stay", links.StayAsync);
        var register = services.GetRequiredService<RegisterEndpoints>();
        routes.MapGet("/register", register.ShowAsync);
        routes.MapGet("/identifier-register", register.ShowAsync);
        routes.MapPost("/register", register.SubmitAsync);
        routes.MapPost("/register/verify", register.VerifyAsync);
        var consent = services.GetRequiredService<ConsentEndpoints>();
        routes.MapGet("/consent", consent.ShowAsync);
        routes.MapPost("/consent", consent.SubmitAsync);
        var sso = services.GetRequiredService<SingleSignOnEndpoints>();
        routes.MapGet("/single-sign-on", sso.ShowAsync);
        routes.MapPost("/single-sign-on", sso.SubmitAsync);
        routes.MapGet("/direct/sso/{id}", context => sso.ShowProviderAsync(context, Value(context, "id")));
        routes.MapPost("/direct/sso/{id}", context => sso.SubmitProviderAsync(context, Value(context, "id")));
        routes.MapGet("/callback/{id}", context => sso.ComeBackAsync(context, Value(context, "id")));
        MapEnterprise(routes, services.GetRequiredService<EnterpriseProvider>());
    }

    private static void MapEnterprise(IEndpointRouteBuilder routes, EnterpriseProvider provider)
    {
        routes.MapGet(EnterpriseProvider.Path + "/.well-known/openid-configuration", provider.DiscoverAsync);
        routes.MapGet(EnterpriseProvider.Path + "/jwks", provider.ListKeysAsync);
        routes.MapGet(EnterpriseProvider.Path + "/authorize", EnterpriseProvider.AskAsync);
        routes.MapPost(EnterpriseProvider.Path + "/authorize", provider.AnswerAsync);
        routes.MapPost(EnterpriseProvider.Path + "/token", provider.GiveTokensAsync);
        routes.MapGet(EnterpriseProvider.Path + "/userinfo", provider.TellAsync);
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>What Logto has and the emulator has not: a loud failure rather than a guess.</summary>
    private static Task NotEmulatedAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync($"not emulated: {context.Request.Method} {context.Request.Path}");
    }

    /// <summary>A path or a method that the authorization server does not have either.</summary>
    private static Task UnknownAsync(HttpContext context) => OidcAnswers.RefuseAsync(context, new OidcException(
        "invalid_request",
        $"unrecognized route or not allowed method ({context.Request.Method} on {context.Request.Path})",
        StatusCodes.Status404NotFound));

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("Not Found");
    }
}
