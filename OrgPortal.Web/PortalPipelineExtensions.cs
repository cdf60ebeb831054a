using Microsoft.AspNetCore.Diagnostics;
using OrgPortal.Web.Api;
using OrgPortal.Web.App;
using OrgPortal.Web.App.Theme;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Images;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Product;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Web;

/// <summary>What a request passes, in order.</summary>
internal static class PortalPipelineExtensions
{
    /// <summary>The pipeline on one screen.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        // First: whatever follows must see the client's address, not the proxy's.
        app.UseForwardedHeaders();
        // Then the address people know: links, cookies and HSTS go by it.
        app.UseMiddleware<PublicAddressMiddleware>();

        // Around everything, so that refusals and errors carry them too.
        app.UseMiddleware<SecurityHeadersMiddleware>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // Around everything that makes pages, those for errors too.
        app.UseResponseCompression();

        // Before anything that speaks to a person: errors and challenges too.
        app.UsePortalLocalization();

        // An unforeseen error is answered with our page, in Development too; the console has the details.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });

        // A refusal without words gets a page; programs get their status.
        // Not inside UseWhen: a branch does not find the page's endpoint again.
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(KeepStatusForPrograms);

        // Explicitly, and after both: what they show instead is routed anew.
        app.UseRouting();

        // Programs go another way from here on: no cookie, no sign-in, no page. What is above is theirs too.
        app.MapWhen(ApiPaths.IsApi, api => api.UseApi());

        // Before authentication: the browser would send the cookie along.
        app.UseMiddleware<CircuitOriginMiddleware>();

        // Before anything that costs: a client's public pages are counted.
        app.UseRateLimits();

        // Before anybody has to sign in: whoever must, comes back with it.
        app.UseMiddleware<ReturnToMiddleware>();

        app.UsePortalAuthentication();
        app.UseAuthorization();

        // Before the endpoints, after authentication: a form's token belongs to a person.
        app.UseAntiforgery();

        // Compressed and immutable; public pages need them too.
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPortalAuthentication();
        app.MapLogtoWebhook();
        app.MapPreferences();
        app.MapImages();
        app.MapBrand();
        app.MapAuditExport();
        app.MapInvitationImports();
        app.MapMemberExport();
        app.MapApi();
        app.MapRazorComponents<PortalApp>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }

    private static Task KeepStatusForPrograms(HttpContext context, RequestDelegate next)
    {
        if (!IsForPeople(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }

    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api")
        && !context.Request.Path.StartsWithSegments("/_blazor")
        && !context.Request.Path.StartsWithSegments("/health")
        && !context.Request.Path.StartsWithSegments("/images")
        && !context.Request.Path.StartsWithSegments("/brand")
        && !context.Request.Path.StartsWithSegments("/backchannel-logout")
        && !context.Request.Path.StartsWithSegments("/webhooks");
}
