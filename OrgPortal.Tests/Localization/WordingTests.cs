using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Localization;

namespace OrgPortal.Tests.Localization;

public sealed partial class WordingTests
{
    private static readonly Wording Workspaces = Of(("en", "workspace", "workspaces", null), ("zh-Hans", "工作区", null, null));

    public static TheoryData<Type> Rooms =>
    [
        .. typeof(FailureText).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Text", StringComparison.Ordinal) && type.Assembly.GetManifestResourceNames().Contains($"{type.FullName}.resources") && !type.IsDefined(typeof(TechnicalWordsAttribute), inherit: false)),
    ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_sentence_of_either_language_keeps_the_portals_word(Type room)
    {
        Assert.DoesNotContain(Words(room, "en").Select(sentence => In("en", sentence)), sentence => Left().IsMatch(sentence));
        Assert.DoesNotContain(Words(room, "zh-Hans").Select(sentence => In("zh-Hans", sentence)), sentence => sentence.Contains("组织", StringComparison.Ordinal) || Left().IsMatch(sentence));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Placeholders_stay(Type room)
    {
        foreach (var language in new[] { "en", "zh-Hans" })
        {
            Assert.All(Words(room, language), sentence => Assert.Equal(Placeholder().Matches(sentence).Select(match => match.Value), Placeholder().Matches(In(language, sentence)).Select(match => match.Value)));
        }
    }

    [Theory]
    [InlineData("Create an organization", "Create a workspace")]
    [InlineData("An organization is deleted.", "A workspace is deleted.")]
    [InlineData("Organizations", "Workspaces")]
    [InlineData("Your organizations, and organization {0}.", "Your workspaces, and workspace {0}.")]
    [InlineData("the organization's name", "the workspace's name")]
    [InlineData("Needs organization.manage.", "Needs organization.manage.")]
    [InlineData("organization_id {organization} /organizations/{id} Portal:Organizations:PerPerson OrganizationInvitation", "organization_id {organization} /organizations/{id} Portal:Organizations:PerPerson OrganizationInvitation")]
    [InlineData("Reorganization", "Reorganization")]
    public void Article_case_and_number_are_right(string sentence, string expected) => Assert.Equal(expected, In("en", sentence));

    [Theory]
    [InlineData("account", "accounts", null, "Delete an account. An account")]
    [InlineData("university", "universities", "a", "Delete a university. A university")]
    [InlineData("hourly team", "hourly teams", "an", "Delete an hourly team. An hourly team")]
    public void The_article_follows_the_word_or_the_setting(string singular, string plural, string? article, string expected) =>
        Assert.Equal(expected, In("en", "Delete an organization. An organization", Of(("en", singular, plural, article))));

    [Fact]
    public void A_language_that_is_not_named_keeps_its_word()
    {
        var english = Of(("en", "workspace", "workspaces", null));

        Assert.Equal("删除组织", In("zh-Hans", "删除组织", english));
        Assert.True(Of().IsPlain);
        Assert.False(english.IsPlain);
    }

    [Fact]
    public void What_is_filled_in_is_nobodys_business()
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var words = new WordedLocalizer(new OneSentence("Delete organization {0}"), Workspaces.Apply);

        Assert.Equal("Delete workspace World Health Organization", words["Any", "World Health Organization"].Value);
        CultureInfo.CurrentUICulture = culture;
    }

    [Theory]
    [InlineData("de", "Bereich", "Bereiche", null)]
    [InlineData("en", "workspace", null, null)]
    [InlineData("en", "{0}", "workspaces", null)]
    [InlineData("en", "work<b>", "workspaces", null)]
    [InlineData("en", "workspace", "workspaces", "the")]
    [InlineData("zh-Hans", "工作区", "工作区", null)]
    [InlineData("zh-Hans", "", null, null)]
    public void A_word_that_cannot_stand_in_a_sentence_is_told_at_the_start(string language, string singular, string? plural, string? article) =>
        Assert.Contains($"Portal:Words:Organization:{language}", new WordOptionsValidator().Validate(null, OptionsOf((language, singular, plural, article))).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public async Task Pages_and_refusals_speak_the_deployers_word()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Settings = { ["Portal:Words:Organization:en:Singular"] = "workspace", ["Portal:Words:Organization:en:Plural"] = "workspaces" },
        });
        using var browser = await portal.SignInAsync("carol");

        var page = await browser.GoAsync("/organizations/new");

        Assert.Contains("workspace", page.Document.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("organization", page.Document.Title + page.Document.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private static Wording Of(params (string Language, string Singular, string? Plural, string? Article)[] words) => new(Options.Create(OptionsOf(words)));

    private static WordOptions OptionsOf(params (string Language, string Singular, string? Plural, string? Article)[] words)
    {
        var options = new WordOptions();
        foreach (var (language, singular, plural, article) in words)
        {
            options.Organization[language] = new OrganizationWord { Singular = singular, Plural = plural, Article = article };
        }

        return options;
    }

    private static string In(string language, string sentence, Wording? wording = null)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var worded = (wording ?? Workspaces).Apply(sentence);
        CultureInfo.CurrentUICulture = before;
        return worded;
    }

    private static IEnumerable<string> Words(Type room, string language) =>
        new ResourceManager(room).GetResourceSet(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)
            ?.Cast<DictionaryEntry>().Select(entry => (string)entry.Value!) ?? [];

    // Identifiers, addresses and names of settings may stay.
    [GeneratedRegex(@"(?<![\w:./{-])organizations?(?![\w:}]|\.\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Left();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    private sealed class OneSentence(string sentence) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, sentence);

        public LocalizedString this[string name, params object[] arguments] => throw new InvalidOperationException("Filled in too early.");

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [this[sentence]];
    }
}
