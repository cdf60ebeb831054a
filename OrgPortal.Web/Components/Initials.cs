using System.Globalization;
using System.Text;

namespace OrgPortal.Web.Components;

/// <summary>One or two letters that stand for a name.</summary>
internal static class Initials
{
    private static readonly char[] AddressSeparators = ['.', '_', '-', '+'];

    /// <summary>
    /// The first letters of the first and the last word; one letter for names in Chinese, Japanese or Korean script, for single words and for organizations.
    /// Of an address only what stands before the @ counts. A question mark when there is nothing to take a letter from.
    /// </summary>
    public static string Of(string? name, bool single = false)
    {
        var text = (name ?? string.Empty).Trim();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var words = at > 0
            ? text[..at].Split(AddressSeparators, StringSplitOptions.RemoveEmptyEntries)
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Select(FirstLetter).Where(letter => letter.Length > 0).ToArray();

        return letters switch
        {
            [] => "?",
            [var only] => only,
            [var first, ..] when single || IsIdeographic(first) => first,
            [var first, .., var last] => first + last,
        };
    }

    private static string FirstLetter(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Rune.GetRuneAt(element, 0) is var rune && Rune.IsLetterOrDigit(rune))
            {
                return element.ToUpperInvariant();
            }
        }

        return string.Empty;
    }

    // Kana, Hangul and the ideographs, including those outside the basic plane.
    private static bool IsIdeographic(string letter) =>
        Rune.GetRuneAt(letter, 0).Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
