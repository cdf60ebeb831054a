using CsCheck;
using OrgPortal.Tests.Properties;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class AccentTonesTests
{
    private static readonly RgbColor Surface = RgbColor.White;
    private static readonly RgbColor DarkSurface = Parse("#15161a");
    private static readonly RgbColor DarkRaised = Parse("#1d1e24");

    [Fact]
    public void Of_whatever_accent_every_tone_can_be_read_where_it_is_used() =>
        Cases.Check(
            Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (red, green, blue) => new RgbColor(red, green, blue))
                .Where(accent => accent.ContrastWith(RgbColor.White) >= RgbColor.TextContrast),
            AssertReadable,
            costing: 5);

    [Theory]
    [InlineData("#000000")]
    [InlineData("#767676")]
    [InlineData("#4450d4")]
    [InlineData("#0b6e4f")]
    [InlineData("#c2185b")]
    [InlineData("#001133")]
    public void Those_at_the_edges_too(string accent) => AssertReadable(Parse(accent));

    [Fact]
    public void In_the_light_theme_buttons_have_the_very_colour()
    {
        var css = AccentTones.Of(Parse("#0b6e4f")).Css;

        Assert.StartsWith(":root{--accent:light-dark(#0b6e4f,#", css, StringComparison.Ordinal);
        Assert.Matches("^:root\\{(--[a-z-]+:light-dark\\(#[0-9a-f]{6},#[0-9a-f]{6}\\);?)+\\}$", css);
    }

    private static void AssertReadable(RgbColor accent)
    {
        var tones = AccentTones.Of(accent);
        Assert.All(new[] { tones.Fill, tones.Hover, tones.DarkFill, tones.DarkHover }, fill => Assert.InRange(fill.ContrastWith(RgbColor.White), 4.5, 21));
        Assert.InRange(tones.Text.ContrastWith(Surface), 4.5, 21);
        Assert.InRange(tones.Text.ContrastWith(tones.Subtle), 4.5, 21);
        Assert.InRange(tones.DarkText.ContrastWith(DarkSurface), 4.5, 21);
        Assert.InRange(tones.DarkText.ContrastWith(DarkRaised), 4.5, 21);
        Assert.InRange(tones.DarkText.ContrastWith(tones.DarkSubtle), 4.5, 21);
    }

    private static RgbColor Parse(string text) => RgbColor.TryParse(text, out var color) ? color : throw new ArgumentException(text);
}
