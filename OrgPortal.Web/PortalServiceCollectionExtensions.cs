using OrgPortal.Web.App;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Components;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web;

/// <summary>The list of the portal's rooms.</summary>
internal static class PortalServiceCollectionExtensions
{
    /// <summary>Each room registers what it has; the order does not matter, but for <c>AddHosting</c>, which may complete the settings that the others read.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.Services.AddLogto();
        builder.Services.AddPortalAuthentication();
        builder.Services.AddPortalLocalization();
        builder.Services.AddOrganizations(builder.Configuration);
        builder.Services.AddComponents();
        builder.Services.AddShell();
        return builder;
    }
}
