using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Localization;

/// <summary>
/// Puts the deployer's word for an organization into the portal's sentences: with the right article and in the right case, before anything is filled in, so that
/// names of people and organizations stay what they are. Identifiers (<c>organization.manage</c>, <c>organization_id</c>) are no words.
/// </summary>
internal sealed partial class Wording
{
    private readonly OrganizationWord? _english;
    private readonly string? _chinese;
    private readonly ConcurrentDictionary<(string Language, string Sentence), string> _known = new();

    public Wording(IOptions<WordOptions> options)
    {
        _english = options.Value.Organization.TryGetValue("en", out var english) ? english : null;
        _chinese = options.Value.Organization.TryGetValue("zh-Hans", out var chinese) ? chinese.Singular : null;
    }

    /// <summary>Whether every sentence stays as it is.</summary>
    public bool IsPlain => _english is null && _chinese is null;

    /// <summary>The sentence with the word of the current language.</summary>
    /// <param name="sentence">A resource, with its placeholders.</param>
    public string Apply(string sentence)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return _known.GetOrAdd((language, sentence), Make);
    }

    private string Make((string Language, string Sentence) key) => key switch
    {
        ("zh", var sentence) => _chinese is null ? sentence : sentence.Replace("组织", _chinese, StringComparison.Ordinal),
        (_, var sentence) => _english is null ? sentence : Organization().Replace(sentence, match => InPlaceOf(match, _english)),
    };

    private static string InPlaceOf(Match match, OrganizationWord word)
    {
        var other = InCaseOf(match.Groups["word"].Value, match.Groups["plural"].Success ? word.Plural! : word.Singular!);
        return match.Groups["article"] is { Success: true } article ? $"{InCaseOf(article.Value, ArticleOf(word))} {other}" : other;
    }

    private static string ArticleOf(OrganizationWord word) =>
        !string.IsNullOrEmpty(word.Article) ? word.Article : "aeiou".Contains(char.ToLowerInvariant(word.Singular![0])) ? "an" : "a";

    private static string InCaseOf(string before, string after) => char.IsUpper(before[0]) ? char.ToUpperInvariant(after[0]) + after[1..] : after;

    [GeneratedRegex(@"(?:\b(?<article>[Aa]n) )?(?<![\w:./{-])(?<word>[Oo]rganization)(?<plural>s)?(?![\w:}]|\.\w)")]
    private static partial Regex Organization();
}
