using System.Reflection;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Localization;

/// <summary>Gives every room its words with the deployer's in them, but for those that speak of Logto's own settings.</summary>
internal sealed class WordedLocalizerFactory(IStringLocalizerFactory words, Wording wording) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) =>
        resourceSource.IsDefined(typeof(TechnicalWordsAttribute)) ? words.Create(resourceSource) : new WordedLocalizer(words.Create(resourceSource), wording);

    public IStringLocalizer Create(string baseName, string location) => new WordedLocalizer(words.Create(baseName, location), wording);
}
