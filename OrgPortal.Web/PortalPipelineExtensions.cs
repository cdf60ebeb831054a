using OrgPortal.Web.App;
using OrgPortal.Web.Localization;

namespace OrgPortal.Web;

/// <summary>What a request passes, in order.</summary>
internal static class PortalPipelineExtensions
{
    /// <summary>The pipeline on one screen.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        // Inside: every page answers an unforeseen error with our page, in Development too; the console has the details.
        app.UseExceptionHandler("/error", createScopeForErrors: true);

        // Before anything that speaks to a person: errors and challenges too.
        app.UsePortalLocalization();

        // Before the endpoints: a form without its token is refused by whoever reads it.
        app.UseAntiforgery();

        // Compressed and immutable; public pages need them too.
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<PortalApp>().AddInteractiveServerRenderMode();
        app.MapPreferences();
        return app;
    }
}
