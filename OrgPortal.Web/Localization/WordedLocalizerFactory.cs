using System.Reflection;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Localization;

/// <summary>Gives every room its words reworded.</summary>
/// <param name="words">Who knows the words.</param>
/// <param name="reword">Makes the sentence that is shown out of a resource with its placeholders; by the current language.</param>
/// <param name="sparesTechnical">Leaves rooms as they are whose words name things as Logto and the settings do (<see cref="TechnicalWordsAttribute"/>).</param>
internal sealed class WordedLocalizerFactory(IStringLocalizerFactory words, Func<string, string> reword, bool sparesTechnical) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) =>
        sparesTechnical && resourceSource.IsDefined(typeof(TechnicalWordsAttribute)) ? words.Create(resourceSource) : new WordedLocalizer(words.Create(resourceSource), reword);

    public IStringLocalizer Create(string baseName, string location) => new WordedLocalizer(words.Create(baseName, location), reword);
}
