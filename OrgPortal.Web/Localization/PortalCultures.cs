using System.Globalization;

namespace OrgPortal.Web.Localization;

/// <summary>The languages the portal speaks.</summary>
public static class PortalCultures
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "orgportal-culture";

    /// <summary>The languages, the first one for whoever asks for none of them. Chinese in its territories (zh-CN, zh-SG) finds zh-Hans as its parent.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("zh-Hans")];

    /// <summary>What a language calls itself, with a capital: "English", "简体中文".</summary>
    public static string NameOf(CultureInfo culture) => culture.Name switch
    {
        "zh-Hans" => "简体中文",
        _ => culture.NativeName,
    };
}
