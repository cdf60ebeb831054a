namespace OrgPortal.Web.Components;

/// <summary>What the portal is called and looks like where it runs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="LogoPath">Where on the portal its logo is; <see langword="null"/> for the portal's own mark.</param>
/// <param name="Accent">The accent's tones; <see langword="null"/> for the portal's own, which stand in <c>app.css</c>.</param>
public sealed record PortalBrand(string Name, string? LogoPath = null, AccentTones? Accent = null)
{
    /// <summary>The portal as it comes.</summary>
    public static PortalBrand Plain { get; } = new("OrgPortal");
}
