using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;

namespace OrgPortal.Tests.Localization;

public sealed class PseudoTextTests
{
    [Theory]
    [InlineData("Remove {0}", "[Ŕéɱöṽé {0} ~~~]")]
    [InlineData("Remove somebody from here", "[Ŕéɱöṽé šöɱéƀöđý ƒŕöɱ ĥéŕé ~~~~~~ ~~~]")]
    [InlineData("ddd d MMM yyyy, HH:mm", "ddd d MMM yyyy, HH:mm")]
    [InlineData("<b>{0:D}</b> left", "[<b>{0:D}</b> ļéƒţ ~~]")]
    public void Letters_are_strange_and_everything_is_longer_but_placeholders_and_markup(string plain, string expected)
    {
        Assert.Equal(expected, PseudoText.Of(plain));
    }

    [Fact]
    public void Only_whoever_chose_it_gets_it()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = new WordedLocalizerFactory(services.GetRequiredService<IStringLocalizerFactory>(), PseudoText.WhereChosen, sparesTechnical: false).Create(typeof(ComponentsText));
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = PseudoText.Culture;
            Assert.Equal("[Çåñçéļ ~~~]", words["Cancel"]);
            Assert.True(words["NoSuchWord"].ResourceNotFound);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            Assert.Equal("Cancel", words["Cancel"]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
