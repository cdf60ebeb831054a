using System.Collections.Concurrent;
using MudBlazor;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Theme;

/// <summary>
/// MudBlazor's theme in the portal's tokens. The same values stand in <c>wwwroot/app.css</c> as custom properties (a test compares them), where MudBlazor's
/// variables are bound to them as well: so both themes are right before the circuit knows which one applies.
/// </summary>
internal static class PortalTheme
{
    private static readonly string[] Fonts =
    [
        "Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif",
    ];

    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = Create();

    private static MudTheme Create() => new()
    {
        PaletteLight = new PaletteLight
        {
            Background = "#f7f7f9",
            BackgroundGray = "#f5f5f8",
            Surface = "#ffffff",
            DrawerBackground = "#f7f7f9",
            DrawerText = "#575a67",
            DrawerIcon = "#575a67",
            AppbarBackground = "#ffffff",
            AppbarText = "#18191f",
            TextPrimary = "#18191f",
            TextSecondary = "#575a67",
            TextDisabled = "#9a9ca8",
            ActionDefault = "#575a67",
            ActionDisabled = "#9a9ca8",
            ActionDisabledBackground = "#ebebf0",
            LinesDefault = "#e5e5ea",
            LinesInputs = "#8b8d9b",
            TableLines = "#e5e5ea",
            TableHover = "#f3f3f6",
            Divider = "#e5e5ea",
            Skeleton = "#ebebf0",
            GrayDefault = "#696c79",
            Primary = "#4450d4",
            PrimaryDarken = "#3843bd",
            PrimaryContrastText = "#ffffff",
            Info = "#3d48c6",
            Success = "#17713f",
            Warning = "#835300",
            Error = "#bb2531",
            OverlayDark = "rgba(20,21,28,0.42)",
            HoverOpacity = 0.04,
            RippleOpacity = 0,
            RippleOpacitySecondary = 0,
        },
        PaletteDark = new PaletteDark
        {
            Background = "#0e0f12",
            BackgroundGray = "#1a1b20",
            Surface = "#15161a",
            DrawerBackground = "#0e0f12",
            DrawerText = "#a6a8b4",
            DrawerIcon = "#a6a8b4",
            AppbarBackground = "#15161a",
            AppbarText = "#ecedf1",
            TextPrimary = "#ecedf1",
            TextSecondary = "#a6a8b4",
            TextDisabled = "#5f616d",
            ActionDefault = "#a6a8b4",
            ActionDisabled = "#5f616d",
            ActionDisabledBackground = "#292a32",
            LinesDefault = "#292a31",
            LinesInputs = "#70727f",
            TableLines = "#292a31",
            TableHover = "#202127",
            Divider = "#292a31",
            Skeleton = "#292a32",
            GrayDefault = "#8f919e",
            Primary = "#5a66e6",
            PrimaryDarken = "#5661df",
            PrimaryContrastText = "#ffffff",
            Info = "#aab2ff",
            Success = "#5ecf95",
            Warning = "#e6b65c",
            Error = "#ff9097",
            OverlayDark = "rgba(0,0,0,0.62)",
            HoverOpacity = 0.04,
            RippleOpacity = 0,
            RippleOpacitySecondary = 0,
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px",
            DrawerWidthLeft = "240px",
            AppbarHeight = "48px",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "400", LineHeight = "1.43", LetterSpacing = "normal" },
            H5 = new H5Typography { FontSize = "20px", FontWeight = "600", LineHeight = "28px", LetterSpacing = "-0.012em" },
            H6 = new H6Typography { FontSize = "16px", FontWeight = "600", LineHeight = "24px", LetterSpacing = "-0.006em" },
            Subtitle2 = new Subtitle2Typography { FontSize = "14px", FontWeight = "600", LineHeight = "20px", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "14px", FontWeight = "400", LineHeight = "20px", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = "13px", FontWeight = "400", LineHeight = "18px", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontSize = "12px", FontWeight = "400", LineHeight = "16px", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontSize = "12px", FontWeight = "500", LineHeight = "16px", LetterSpacing = "normal", TextTransform = "none" },
            Button = new ButtonTypography { FontSize = "14px", FontWeight = "500", LineHeight = "20px", LetterSpacing = "normal", TextTransform = "none" },
        },
        Shadows = new Shadow { Elevation = Elevations() },
    };

    private static readonly ConcurrentDictionary<AccentTones, MudTheme> Accented = new();

    /// <summary>The theme with another accent; the same object for the same one.</summary>
    public static MudTheme With(AccentTones? accent) => accent is null ? Theme : Accented.GetOrAdd(accent, Make);

    private static MudTheme Make(AccentTones accent)
    {
        var theme = Create();
        (theme.PaletteLight.Primary, theme.PaletteLight.PrimaryDarken, theme.PaletteLight.Info) = (accent.Fill.ToString(), accent.Hover.ToString(), accent.Text.ToString());
        (theme.PaletteDark.Primary, theme.PaletteDark.PrimaryDarken, theme.PaletteDark.Info) = (accent.DarkFill.ToString(), accent.DarkHover.ToString(), accent.DarkText.ToString());
        return theme;
    }

    private static string[] Elevations()
    {
        // 0 to 4 is what lies on the page, the rest floats: menus, then dialogs.
        var elevations = new string[26];
        Array.Fill(elevations, "none", 0, 8);
        Array.Fill(elevations, "var(--shadow-menu)", 8, 8);
        Array.Fill(elevations, "var(--shadow-dialog)", 16, 10);
        return elevations;
    }
}
