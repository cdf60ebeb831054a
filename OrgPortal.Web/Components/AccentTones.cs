namespace OrgPortal.Web.Components;

/// <summary>The tones of one accent in both themes: what fills, what writes, what tints. Each reaches the contrast that its use needs, whatever the accent is.</summary>
/// <param name="Fill">Buttons, under white text.</param>
/// <param name="Hover">The same under the pointer.</param>
/// <param name="Text">Links, on surfaces and on <paramref name="Subtle"/>.</param>
/// <param name="Subtle">The ground of what is chosen.</param>
/// <param name="Border">The line around it.</param>
/// <param name="DarkFill">Buttons in the dark theme, under white text.</param>
/// <param name="DarkHover">The same under the pointer.</param>
/// <param name="DarkText">Links in the dark theme.</param>
/// <param name="DarkSubtle">The ground of what is chosen in the dark theme.</param>
/// <param name="DarkBorder">The line around it.</param>
public sealed record AccentTones(
    RgbColor Fill, RgbColor Hover, RgbColor Text, RgbColor Subtle, RgbColor Border, RgbColor DarkFill, RgbColor DarkHover, RgbColor DarkText, RgbColor DarkSubtle, RgbColor DarkBorder)
{
    private const int Steps = 50;

    // Of app.css: the darkest ground that links stand on in the light theme, and the surfaces of the dark one.
    private static readonly RgbColor Ground = new(0xF3, 0xF3, 0xF6);
    private static readonly RgbColor DarkSurface = new(0x15, 0x16, 0x1A);
    private static readonly RgbColor DarkRaised = new(0x29, 0x2A, 0x32);

    /// <summary>The custom properties of <c>app.css</c> with these tones.</summary>
    public string Css =>
        $":root{{--accent:light-dark({Fill},{DarkFill});--accent-hover:light-dark({Hover},{DarkHover});--accent-text:light-dark({Text},{DarkText});"
        + $"--accent-subtle:light-dark({Subtle},{DarkSubtle});--accent-border:light-dark({Border},{DarkBorder});--focus:light-dark({Text},{DarkText})}}";

    /// <summary>The tones of an accent.</summary>
    /// <param name="accent">A colour on which white text can be read: <see cref="RgbColor.TextContrast"/>.</param>
    public static AccentTones Of(RgbColor accent)
    {
        var subtle = accent.MixedWith(RgbColor.White, 0.91);
        // As light as white text on it allows, so that a button is not lost on the dark surface.
        var darkFill = Last(accent, RgbColor.White, tone => tone.ContrastWith(RgbColor.White) >= RgbColor.TextContrast + 0.1);
        var darkSubtle = DarkSurface.MixedWith(accent, 0.2);
        return new AccentTones(
            accent,
            accent.MixedWith(RgbColor.Black, 0.14),
            First(accent, RgbColor.Black, tone => Math.Min(tone.ContrastWith(subtle), tone.ContrastWith(Ground)) >= RgbColor.TextContrast + 0.5),
            subtle,
            accent.MixedWith(RgbColor.White, 0.7),
            darkFill,
            darkFill.MixedWith(RgbColor.Black, 0.08),
            First(accent, RgbColor.White, tone => Math.Min(tone.ContrastWith(darkSubtle), tone.ContrastWith(DarkRaised)) >= RgbColor.TextContrast + 1),
            darkSubtle,
            DarkSurface.MixedWith(accent, 0.5));
    }

    private static RgbColor First(RgbColor from, RgbColor to, Func<RgbColor, bool> isEnough) =>
        Between(from, to).First(tone => isEnough(tone) || tone == to);

    private static RgbColor Last(RgbColor from, RgbColor to, Func<RgbColor, bool> isEnough) =>
        Between(from, to).TakeWhile((tone, step) => step == 0 || isEnough(tone)).Last();

    private static IEnumerable<RgbColor> Between(RgbColor from, RgbColor to) => Enumerable.Range(0, Steps + 1).Select(step => from.MixedWith(to, (double)step / Steps));
}
