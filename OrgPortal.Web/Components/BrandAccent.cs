namespace OrgPortal.Web.Components;

/// <summary>An organization's colour in place of the portal's, where people meet the organization before they meet the portal.</summary>
public static class BrandAccent
{
    private const double HoverShare = 0.14;

    /// <summary>
    /// Custom properties for an element's <c>style</c>, which fill its buttons in the organization's colours; <see langword="null"/> when there are none, or white text on
    /// one of them could not be read.
    /// </summary>
    /// <param name="color">The colour in the light theme.</param>
    /// <param name="darkColor">The colour in the dark theme; the same as in the light one when left out.</param>
    public static string? StyleOf(string? color, string? darkColor)
    {
        if (!RgbColor.TryParse(color, out var light))
        {
            return null;
        }

        var dark = RgbColor.TryParse(darkColor, out var own) ? own : light;
        return IsReadable(light) && IsReadable(dark)
            ? $"--accent:light-dark({light},{dark});--accent-hover:light-dark({Hover(light)},{Hover(dark)})"
            : null;
    }

    private static bool IsReadable(RgbColor color) => color.ContrastWith(RgbColor.White) >= RgbColor.TextContrast;

    private static RgbColor Hover(RgbColor color) => color.MixedWith(RgbColor.Black, HoverShare);
}
