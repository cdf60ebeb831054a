using System.Globalization;
using System.Text;

namespace OrgPortal.Web.App.Palette;

/// <summary>
/// Finds names in Chinese by how they are read: whole syllables (<c>linxiao</c>), first letters (<c>lx</c>), both mixed (<c>linx</c>), and the beginning of the last
/// syllable. ü is typed as u or v.
/// </summary>
internal static class PinyinMatch
{
    // Longer ones are typed by nobody.
    private const int Longest = 24;

    /// <summary>Looks for letters in the reading of a text.</summary>
    /// <param name="letters">What was typed: folded, without blanks.</param>
    /// <param name="text">A name.</param>
    /// <returns>The text spelled out, with what was found; nothing when it is not there.</returns>
    public static TextMatch? Find(string letters, string text)
    {
        if (letters.Length is 0 or > Longest || !letters.All(letter => char.IsAsciiLetterLower(letter) || letter == '\'') || !Pinyin.HasAny(text))
        {
            return null;
        }

        letters = letters.Replace("'", string.Empty, StringComparison.Ordinal);
        HashSet<(int Typed, int At)> deadEnds = [];
        for (var start = 0; start < text.Length && letters.Length > 0; start++)
        {
            if (Pinyin.Of(text[start]).Count > 0 && Read(letters, 0, text, start, deadEnds) is { } syllables)
            {
                return Spell(text, start, syllables, start == 0 ? MatchRank.Start : MatchRank.Word);
            }
        }

        return null;
    }

    // The readings that use up the letters from a character on, each with how many letters of it were typed. No way is tried twice.
    private static List<(string Reading, int Typed)>? Read(string letters, int typed, string text, int at, HashSet<(int Typed, int At)> deadEnds)
    {
        if (typed == letters.Length)
        {
            return [];
        }

        if (at >= text.Length || deadEnds.Contains((typed, at)))
        {
            return null;
        }

        foreach (var reading in Pinyin.Of(text[at]))
        {
            var common = CommonStart(letters, typed, reading);
            for (var length = common; length > 0; length--)
            {
                var isLast = typed + length == letters.Length;
                if ((isLast || length == reading.Length || IsInitial(reading, length)) && Read(letters, typed + length, text, at + 1, deadEnds) is { } rest)
                {
                    return [(reading, length), .. rest];
                }
            }
        }

        deadEnds.Add((typed, at));
        return null;
    }

    private static bool IsInitial(string reading, int length) => length == 1 || (length == 2 && reading[1] == 'h');

    private static int CommonStart(string letters, int from, string reading)
    {
        var length = 0;
        while (length < reading.Length && from + length < letters.Length && IsSame(letters[from + length], reading[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsSame(char typed, char read) => typed == read || (read == 'ü' && typed is 'u' or 'v');

    private static TextMatch Spell(string text, int start, List<(string Reading, int Typed)> found, MatchRank rank)
    {
        var spelled = new StringBuilder();
        List<TextMark> marks = [];
        for (var at = 0; at < text.Length; at++)
        {
            var (reading, typed) = at >= start && at - start < found.Count ? found[at - start] : (Pinyin.Of(text[at]) is [var usual, ..] ? usual : null, 0);
            if (reading is null)
            {
                spelled.Append(text[at]);
                continue;
            }

            if (spelled.Length > 0 && !char.IsWhiteSpace(spelled[^1]))
            {
                spelled.Append(' ');
            }

            if (typed > 0)
            {
                marks.Add(new TextMark(spelled.Length, typed));
            }

            spelled.Append(char.ToUpper(reading[0], CultureInfo.InvariantCulture)).Append(reading, 1, reading.Length - 1);
        }

        return new TextMatch(rank, spelled.ToString(), marks, IsSpelled: true);
    }
}
