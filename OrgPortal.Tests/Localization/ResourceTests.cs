using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MudBlazor;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;

namespace OrgPortal.Tests.Localization;

public sealed partial class ResourceTests
{
    /// <summary>Every room's words: the classes named so, MudBlazor's apart, which has its English elsewhere.</summary>
    public static TheoryData<Type> Rooms => [.. RoomTypes];

    private static IReadOnlyList<CultureInfo> Translations => [.. PortalCultures.All.Skip(1)];

    private static Type[] RoomTypes { get; } =
        [.. typeof(ComponentsText).Assembly.GetTypes().Where(type => type.Name.EndsWith("Text", StringComparison.Ordinal) && HasResources(type) && type != typeof(MudBlazorText))];

    [Fact]
    public void The_rooms_words_are_found()
    {
        Assert.Contains(typeof(ComponentsText), RoomTypes);
        Assert.Contains(typeof(FailureText), RoomTypes);
        Assert.Equal(["en", "zh-Hans"], PortalCultures.All.Select(culture => culture.Name));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_language_has_the_same_keys(Type room)
    {
        var english = Words(room, CultureInfo.InvariantCulture).Keys.Order(StringComparer.Ordinal);

        Assert.All(Translations, language => Assert.Equal(english, Words(room, language).Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_language_has_the_same_placeholders(Type room)
    {
        var english = Words(room, CultureInfo.InvariantCulture);
        foreach (var (key, translated) in Translations.SelectMany(language => Words(room, language)))
        {
            Assert.True(Placeholders(english[key]).SetEquals(Placeholders(translated)), $"{room.Name}.{key}: \"{english[key]}\" / \"{translated}\"");
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_word_is_empty(Type room)
    {
        Assert.DoesNotContain(Translations.Prepend(CultureInfo.InvariantCulture).SelectMany(language => Words(room, language)), word => string.IsNullOrWhiteSpace(word.Value));
    }

    [Fact]
    public void MudBlazors_own_words_are_all_translated()
    {
        var mud = typeof(MudDialog).Assembly;
        var english = Read(new ResourceManager(Assert.Single(mud.GetManifestResourceNames(), name => name.EndsWith("LanguageResource.resources", StringComparison.Ordinal))[..^".resources".Length], mud), CultureInfo.InvariantCulture);
        Assert.All(Translations, language =>
        {
            var translated = Words(typeof(MudBlazorText), language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
            Assert.All(translated, word => Assert.True(Placeholders(english[word.Key]).SetEquals(Placeholders(word.Value)), word.Key));
        });
    }

    [Fact]
    public void Every_key_that_pages_name_exists()
    {
        var missing = new List<string>();
        foreach (var file in SourceTree.Files("OrgPortal.Web", "*.razor", "*.cs"))
        {
            var text = file.Text;
            foreach (Match injection in Injection().Matches(text))
            {
                if (RoomTypes.SingleOrDefault(type => type.Name == injection.Groups["room"].Value) is not { } room)
                {
                    continue;
                }

                var words = Words(room, CultureInfo.InvariantCulture);
                var use = new Regex($"""\b{injection.Groups["name"].Value}\["(?<key>[^"]+)"[\],]""");
                // A code-behind file uses what its page injects.
                var uses = use.Matches(text).Concat(file.CodeBehind is { } code ? use.Matches(code) : []);
                missing.AddRange(uses.Select(match => match.Groups["key"].Value).Where(key => !words.ContainsKey(key)).Select(key => $"{file.Name}: {room.Name}.{key}"));
            }
        }

        Assert.Empty(missing);
    }

    private static bool HasResources(Type type) => type.Assembly.GetManifestResourceNames().Contains($"{type.FullName}.resources");

    private static Dictionary<string, string> Words(Type room, CultureInfo culture) => Read(new ResourceManager(room), culture);

    private static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        Assert.IsAssignableFrom<ResourceSet>(resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false))
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static HashSet<string> Placeholders(string word) => [.. Placeholder().Matches(word).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(?:\w+\.)*(?<room>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Injection();
}
