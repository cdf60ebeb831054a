namespace OrgPortal.Web.Hosting;

/// <summary>Where the portal stands: section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal";

    /// <summary>
    /// The address people open, such as <c>https://portal.example.com</c>: scheme, host and port, nothing else. Every link and redirect is made of it,
    /// never of a request's header. In Development it defaults to the address that is listened on.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where the portal keeps its files (keys, SQLite store): absolute, or below the content root.</summary>
    public string DataFolder { get; set; } = "App_Data";

    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/8</c>) of reverse proxies whose <c>X-Forwarded-*</c> headers are believed. Default: none.</summary>
    public IList<string> TrustedProxies { get; } = [];
}
