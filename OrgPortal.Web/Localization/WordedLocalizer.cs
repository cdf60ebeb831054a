using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Localization;

/// <summary>A room's words, each reworded before anything is filled in.</summary>
internal sealed class WordedLocalizer(IStringLocalizer words, Func<string, string> reword) : IStringLocalizer
{
    public LocalizedString this[string name] => Word(words[name]);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            // On the sentence and not on what is filled in: a company may be called "Organization X".
            var sentence = Word(words[name]);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, sentence.Value, arguments), sentence.ResourceNotFound, sentence.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures).Select(Word);

    private LocalizedString Word(LocalizedString found) =>
        found.ResourceNotFound ? found : new LocalizedString(found.Name, reword(found.Value), found.ResourceNotFound, found.SearchedLocation);
}
