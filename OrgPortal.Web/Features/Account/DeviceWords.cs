using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Features.Account;

/// <summary>What a browser calls itself, in words: "Firefox on Windows". Only the usual ones, by the words they use; a browser may say what it likes.</summary>
internal sealed class DeviceWords(IStringLocalizer<AccountText> texts)
{
    // In this order: most of them also claim to be one of those further down.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>Browser and system, as far as they are known.</summary>
    public string Describe(string? device) => (Find(Browsers, device), Find(Systems, device)) switch
    {
        ({ } browser, { } system) => texts["BrowserOn", browser, system],
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => texts["UnknownDevice"],
    };

    private static string? Find((string Mark, string Name)[] known, string? device) =>
        known.FirstOrDefault(one => device?.Contains(one.Mark, StringComparison.Ordinal) is true).Name;
}
