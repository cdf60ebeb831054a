using System.Buffers;
using System.Globalization;
using System.Text;

namespace OrgPortal.Web.Components;

/// <summary>One or two letters that stand for a name.</summary>
internal static class Initials
{
    private const string AddressSeparators = "._-+";

    /// <summary>
    /// The first letters of the first and the last word; one letter for names in Chinese, Japanese or Korean script, for single words and for organizations.
    /// Of an address only what stands before the @ counts. A question mark when there is nothing to take a letter from.
    /// </summary>
    public static string Of(string? name, bool single = false)
    {
        var text = name.AsSpan().Trim();
        var at = text.IndexOf('@');
        var isAddress = at > 0;
        var words = isAddress ? text[..at] : text;
        ReadOnlySpan<char> first = [];
        ReadOnlySpan<char> last = [];
        while (words.Length > 0)
        {
            var end = isAddress ? words.IndexOfAny(AddressSeparators) : EndOfWord(words);
            var letter = FirstLetter(end < 0 ? words : words[..end]);
            words = end < 0 ? [] : words[(end + 1)..];
            last = letter.IsEmpty ? last : letter;
            first = first.IsEmpty ? letter : first;
        }

        return first.IsEmpty ? "?"
            : first == last || single || IsIdeographic(first) ? first.ToString().ToUpperInvariant()
            : string.Concat(first, last).ToUpperInvariant();
    }

    private static int EndOfWord(ReadOnlySpan<char> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (char.IsWhiteSpace(words[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<char> FirstLetter(ReadOnlySpan<char> word)
    {
        while (word.Length > 0)
        {
            var length = StringInfo.GetNextTextElementLength(word);
            if (Rune.DecodeFromUtf16(word, out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune))
            {
                return word[..length];
            }

            word = word[length..];
        }

        return [];
    }

    // Kana, Hangul and the ideographs, including those outside the basic plane.
    private static bool IsIdeographic(ReadOnlySpan<char> letter) =>
        Rune.DecodeFromUtf16(letter, out var rune, out _) == OperationStatus.Done && rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
