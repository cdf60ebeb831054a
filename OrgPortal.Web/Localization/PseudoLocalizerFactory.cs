using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Localization;

/// <summary>Gives every room's words in strange letters to whoever has chosen <see cref="PseudoText.Culture"/>.</summary>
internal sealed class PseudoLocalizerFactory(IStringLocalizerFactory words) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Localizer(words.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Localizer(words.Create(baseName, location));

    private sealed class Localizer(IStringLocalizer words) : IStringLocalizer
    {
        private static bool IsChosen => CultureInfo.CurrentUICulture.Name == PseudoText.Culture.Name;

        public LocalizedString this[string name] => IsChosen ? Pseudo(words[name]) : words[name];

        public LocalizedString this[string name, params object[] arguments] =>
            IsChosen && words[name] is { ResourceNotFound: false } format
                ? new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, PseudoText.Of(format.Value), arguments))
                : words[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);

        private static LocalizedString Pseudo(LocalizedString word) => word.ResourceNotFound ? word : new LocalizedString(word.Name, PseudoText.Of(word.Value));
    }
}
