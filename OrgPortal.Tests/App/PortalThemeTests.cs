using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;
using OrgPortal.Tests.Support;
using OrgPortal.Web.App.Theme;

namespace OrgPortal.Tests.App;

public sealed partial class PortalThemeTests
{
    private static readonly Dictionary<string, (MudColor Light, MudColor Dark)> Tokens = ReadTokens();

    public static TheoryData<string, string> Bound => new()
    {
        { "bg", nameof(Palette.Background) }, { "surface-sunken", nameof(Palette.BackgroundGray) }, { "surface", nameof(Palette.Surface) }, { "bg", nameof(Palette.DrawerBackground) },
        { "text-muted", nameof(Palette.DrawerText) }, { "text-muted", nameof(Palette.DrawerIcon) }, { "surface", nameof(Palette.AppbarBackground) }, { "text", nameof(Palette.AppbarText) },
        { "text", nameof(Palette.TextPrimary) }, { "text-muted", nameof(Palette.TextSecondary) }, { "text-disabled", nameof(Palette.TextDisabled) }, { "text-muted", nameof(Palette.ActionDefault) },
        { "text-disabled", nameof(Palette.ActionDisabled) }, { "surface-active", nameof(Palette.ActionDisabledBackground) }, { "border", nameof(Palette.LinesDefault) },
        { "border-control", nameof(Palette.LinesInputs) }, { "border", nameof(Palette.TableLines) }, { "surface-hover", nameof(Palette.TableHover) }, { "border", nameof(Palette.Divider) },
        { "surface-active", nameof(Palette.Skeleton) }, { "accent", nameof(Palette.Primary) }, { "accent-text", nameof(Palette.Info) }, { "success", nameof(Palette.Success) },
        { "warning", nameof(Palette.Warning) }, { "danger", nameof(Palette.Error) },
    };

    [Theory]
    [MemberData(nameof(Bound))]
    public void MudBlazors_palette_has_the_tokens_values(string token, string property)
    {
        var read = typeof(Palette).GetProperty(property)!;

        Assert.Equal(Tokens[token].Light, read.GetValue(PortalTheme.Theme.PaletteLight));
        Assert.Equal(Tokens[token].Dark, read.GetValue(PortalTheme.Theme.PaletteDark));
    }

    [Theory]
    [InlineData("text", "surface", 4.5)]
    [InlineData("text-muted", "surface", 4.5)]
    [InlineData("text-muted", "bg", 4.5)]
    [InlineData("text-faint", "surface-sunken", 4.5)]
    [InlineData("accent-text", "surface", 4.5)]
    [InlineData("accent-text", "accent-subtle", 4.5)]
    [InlineData("success", "success-subtle", 4.5)]
    [InlineData("warning", "warning-subtle", 4.5)]
    [InlineData("danger", "danger-subtle", 4.5)]
    [InlineData("text-muted", "danger-subtle", 4.5)]
    [InlineData("border-control", "surface", 3)]
    [InlineData("focus", "surface", 3)]
    [InlineData("accent", "accent-contrast", 4.5)]
    [InlineData("danger-fill", "danger-contrast", 4.5)]
    public void Colours_that_meet_can_be_told_apart(string one, string other, double least)
    {
        Assert.InRange(Contrast(Tokens[one].Light, Tokens[other].Light), least, 21);
        Assert.InRange(Contrast(Tokens[one].Dark, Tokens[other].Dark), least, 21);
    }

    private static Dictionary<string, (MudColor Light, MudColor Dark)> ReadTokens()
    {
        var css = File.ReadAllText(Path.Combine(SourceTree.Root, "OrgPortal.Web", "wwwroot", "app.css"));
        return Token().Matches(css).ToDictionary(
            match => match.Groups["name"].Value,
            match => (new MudColor(match.Groups["light"].Value), new MudColor(match.Groups["dark"] is { Success: true } dark ? dark.Value : match.Groups["light"].Value)));
    }

    private static double Contrast(MudColor one, MudColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(MudColor color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel) => channel / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    [GeneratedRegex(@"^\s*--(?<name>[a-z-]+):\s*(?:light-dark\((?<light>#[0-9a-f]{6}),\s*(?<dark>#[0-9a-f]{6})\)|(?<light>#[0-9a-f]{6}));", RegexOptions.Multiline)]
    private static partial Regex Token();
}
