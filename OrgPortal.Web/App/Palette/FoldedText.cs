using System.Globalization;
using System.Text;

namespace OrgPortal.Web.App.Palette;

/// <summary>A text as it is compared: small letters without accents, each with the place it comes from.</summary>
internal sealed class FoldedText
{
    private readonly List<int> _origins = [];

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var letter in Fold(text, at))
            {
                folded.Append(letter);
                _origins.Add(at);
            }
        }

        Text = folded.ToString();
        Original = text;
    }

    /// <summary>What to compare with.</summary>
    public string Text { get; }

    /// <summary>The text as it is written.</summary>
    public string Original { get; }

    /// <summary>The place in <see cref="Original"/> that a stretch of <see cref="Text"/> comes from, with the accents that belong to it.</summary>
    public TextMark MarkOf(int start, int length)
    {
        var from = _origins[start];
        var end = _origins[start + length - 1] + 1;
        while (end < Original.Length && (IsMark(Original[end]) || (char.IsLowSurrogate(Original[end]) && char.IsHighSurrogate(Original[end - 1]))))
        {
            end++;
        }

        // Half of a pair is no letter.
        return char.IsLowSurrogate(Original[from]) && from > 0 && char.IsHighSurrogate(Original[from - 1]) ? new TextMark(from - 1, end - from + 1) : new TextMark(from, end - from);
    }

    /// <summary>Whether a word begins there.</summary>
    public bool IsWordStart(int at) => at == 0 || !char.IsLetterOrDigit(Text[at - 1]);

    private static string Fold(string text, int at)
    {
        var letter = text[at];
        if (letter < 0x80)
        {
            return char.ToLowerInvariant(letter).ToString();
        }

        if (char.IsSurrogate(letter))
        {
            return letter.ToString();
        }

        if (IsMark(letter))
        {
            return string.Empty;
        }

        // What has no form without its stroke or is two letters in one.
        var single = letter switch
        {
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ø' or 'Ø' => "o",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ł' or 'Ł' => "l",
            'ı' => "i",
            'þ' or 'Þ' => "th",
            _ => null,
        };
        // U+FFFE and U+FFFF are no characters and cannot be taken apart.
        return single ?? (letter >= '\uFFFE' ? letter.ToString() : string.Concat(letter.ToString().Normalize(NormalizationForm.FormKD).Where(part => !IsMark(part)).Select(char.ToLowerInvariant)));
    }

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
