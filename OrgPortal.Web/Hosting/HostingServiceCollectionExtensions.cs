namespace OrgPortal.Web.Hosting;

/// <summary>What carries the portal: Blazor's server side, and everything between the socket and a page.</summary>
internal static class HostingServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        return builder;
    }
}
