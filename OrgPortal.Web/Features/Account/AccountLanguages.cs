using System.Globalization;
using OrgPortal.Web.Localization;

namespace OrgPortal.Web.Features.Account;

/// <summary>The portal's languages, as Logto calls them.</summary>
internal static class AccountLanguages
{
    /// <summary>Logto's word for one of the portal's languages; <see langword="null"/> for another.</summary>
    public static string? LocaleOf(string culture) => PortalCultures.All.Any(known => known.Name == culture) ? culture switch { "zh-Hans" => "zh-CN", _ => culture } : null;

    /// <summary>What the language of a tag calls itself; the tag where nobody knows it.</summary>
    public static string NameOf(string locale)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
            return PortalOf(culture) is { } known ? PortalCultures.NameOf(known) : culture.NativeName;
        }
        catch (CultureNotFoundException)
        {
            return locale;
        }
    }

    /// <summary>Whether Logto speaks the portal's language with a person who chose this tag.</summary>
    public static bool IsSame(string locale, string culture)
    {
        try
        {
            return PortalOf(CultureInfo.GetCultureInfo(locale, predefinedOnly: true))?.Name == culture;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static CultureInfo? PortalOf(CultureInfo culture)
    {
        for (var one = culture; one.Name.Length > 0; one = one.Parent)
        {
            if (PortalCultures.All.FirstOrDefault(known => known.Name == one.Name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
