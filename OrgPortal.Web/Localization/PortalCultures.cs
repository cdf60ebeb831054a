using System.Globalization;

namespace OrgPortal.Web.Localization;

/// <summary>The languages the portal speaks.</summary>
public static class PortalCultures
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "orgportal-culture";

    /// <summary>
    /// The languages: English, the one for whoever asks for none of them, and each that the words were built in (<c>RoomText.xx.resx</c>), by tag.
    /// Chinese in its territories (zh-CN, zh-SG) finds zh-Hans as its parent.
    /// </summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("en"), .. Built()];

    /// <summary>What a language calls itself, with a capital: "English", "简体中文".</summary>
    public static string NameOf(CultureInfo culture) => culture.Name switch
    {
        "zh-Hans" => "简体中文",
        _ => culture.TextInfo.ToTitleCase(culture.NativeName),
    };

    // The build puts the words of each language into a folder of its own beside the program.
    private static IEnumerable<CultureInfo> Built() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, $"{typeof(PortalCultures).Assembly.GetName().Name}.resources.dll", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Order(StringComparer.Ordinal)
            .Select(CultureInfo.GetCultureInfo);
}
