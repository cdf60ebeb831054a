using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Localization;

internal sealed class WordOptionsValidator : IValidateOptions<WordOptions>
{
    private const int LongestWord = 30;

    public ValidateOptionsResult Validate(string? name, WordOptions options)
    {
        string[] failures = [.. options.Organization.SelectMany(word => Check(word.Key, word.Value))];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(string language, OrganizationWord word)
    {
        var key = $"{WordOptions.Section}:Organization:{language}";
        if (!PortalCultures.All.Any(known => string.Equals(known.Name, language, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{key} names a language that the portal has no words in. Use {string.Join(" or ", PortalCultures.All.Select(known => known.Name))}.";
            yield break;
        }

        var hasPlural = string.Equals(language, "en", StringComparison.OrdinalIgnoreCase);
        if (!IsWord(word.Singular) || (hasPlural ? !IsWord(word.Plural) : !string.IsNullOrEmpty(word.Plural)))
        {
            yield return $"{key} needs {(hasPlural ? "Singular and Plural" : "Singular alone")}: words of at most {LongestWord} letters, such as {(hasPlural ? "workspace and workspaces" : "工作区")}. They stand in the middle of sentences: letters, spaces and hyphens only.";
        }

        if (word.Article is not (null or "" or "a" or "an") || (!hasPlural && !string.IsNullOrEmpty(word.Article)))
        {
            yield return $"{key}:Article is '{word.Article}'. Use a or an, in English only, or leave it out.";
        }
    }

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= LongestWord } && char.IsLetter(text[0]) && char.IsLetter(text[^1]) && text.All(c => char.IsLetter(c) || c is ' ' or '-');
}
