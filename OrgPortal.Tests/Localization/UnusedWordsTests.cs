using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Localization;

/// <summary>No word is kept for nobody, and none stands in a page instead of in the resources.</summary>
public sealed partial class UnusedWordsTests
{
    // What is the same in every language: names, and examples of what may be typed.
    private static readonly HashSet<string> SameEverywhere = ["OrgPortal", "TXT", "https://", "acme.com"];

    private static readonly string Sources = string.Concat(SourceTree.Files("OrgPortal.Web", "*.razor", "*.cs").Select(file => file.Text));

    private static readonly HashSet<string> Names = Name().Matches(Sources).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // "InDays", "DaysAgo": TimeWords puts them together with a choice in the hole.
    private static readonly Regex[] Templates =
    [
        new("^In(.+?)s?$"), new("^(.+?)s?Ago$"),
        .. Template().Matches(Sources).Select(match => match.Groups["text"].Value).Distinct()
            .Where(text => Hole().Replace(text, string.Empty).Length > 1)
            .Select(text => new Regex($"^{Hole().Replace(text, "(.+)")}$")),
    ];

    public static TheoryData<Type> Rooms => ResourceTests.Rooms;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_word_is_used(Type room)
    {
        var keys = new ResourceManager(room).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

        Assert.DoesNotContain(keys, key => !IsNamed(key) && !IsComposed(key));
    }

    [Fact]
    public void What_is_used_nowhere_would_be_noticed()
    {
        Assert.False(IsNamed("NobodyUsesThis") || IsComposed("NobodyUsesThis") || IsComposed("nobody.usesthis"));
        Assert.True(IsNamed("LeaveConsequence") && IsComposed("DaysAgo") && IsComposed("field.roles"));
    }

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        var found = SourceTree.Files("OrgPortal.Web", "*.razor")
            .Where(file => !file.Name.Contains("Gallery", StringComparison.Ordinal))
            .SelectMany(file => WordsIn(file.Text).Select(words => $"{file.Name}: {words}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<p>你好，世界</p>", "你好，世界")]
    [InlineData("<Field Label=\"Your name\" />", "Your name")]
    [InlineData("<p>@L[\"Hello\"]</p>@* Nothing said *@", null)]
    [InlineData("<Field Label=\"@L[\"Name\"]\" Value=\"_name\" />", null)]
    public void Words_in_a_page_are_found(string page, string? expected)
    {
        Assert.Equal(expected is null ? [] : [expected], WordsIn(page));
    }

    private static bool IsNamed(string key) => Sources.Contains($"\"{key}\"", StringComparison.Ordinal);

    // A key put together of names with dots ("field." and a property's), or in a template whose holes are filled with names ("{state}By").
    private static bool IsComposed(string key) =>
        Dots().Matches(key).Any(seam => IsPart(key[..seam.Index]) && IsPart(key[(seam.Index + 1)..]))
        || Templates.Select(template => template.Match(key)).Any(match => match.Success && match.Groups.Values.Skip(1).All(hole => Names.Contains(hole.Value) || hole.Value.All(char.IsDigit)));

    private static bool IsPart(string half) => Names.Contains(half) || IsNamed(half) || Sources.Contains($"\"{half}.", StringComparison.Ordinal) || IsComposed(half);

    private static IEnumerable<string> WordsIn(string page)
    {
        var markup = Code().Replace(Comment().Replace(page, string.Empty), string.Empty);
        return Text().Matches(markup).Concat(Attribute().Matches(markup))
            .Select(match => match.Groups["words"].Value.Trim())
            .Where(words => !SameEverywhere.Contains(words));
    }

    [GeneratedRegex("[._]")]
    private static partial Regex Dots();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();

    [GeneratedRegex("""\$"(?<text>\w*(?:\{[^{}"]+\}\w*)+)["]""")]
    private static partial Regex Template();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    // Letters between two tags, without anything that belongs to code.
    [GeneratedRegex(@"(?<![=\-])>(?<words>[^<>@{}()\[\]\n]*\p{L}{2,}[^<>@{}()\[\]\n]*)<")]
    private static partial Regex Text();

    [GeneratedRegex("""\b(?:title|aria-label|placeholder|alt|Label|Title|Placeholder|Text)="(?<words>[^"@_]*\p{L}{2,}[^"@]*)["]""")]
    private static partial Regex Attribute();
}
