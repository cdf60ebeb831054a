using OrgPortal.Web.Authentication;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web;

/// <summary>The list of the portal's rooms.</summary>
internal static class PortalServiceCollectionExtensions
{
    /// <summary>Each room registers what it has; the order does not matter, but for <c>AddHosting</c>, which may complete the settings that the others read.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.Services.AddPortalAuthentication();
        return builder;
    }
}
