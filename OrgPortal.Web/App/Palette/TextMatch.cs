namespace OrgPortal.Web.App.Palette;

/// <summary>That a text was found, how well, and by what.</summary>
/// <param name="Rank">How well: the larger the better.</param>
/// <param name="Text">What to show: the text itself, or a name in Chinese spelled out.</param>
/// <param name="Marks">The stretches of it that were found, in order, none overlapping.</param>
/// <param name="IsSpelled">Whether <paramref name="Text"/> is spelled out.</param>
internal sealed record TextMatch(MatchRank Rank, string Text, IReadOnlyList<TextMark> Marks, bool IsSpelled = false)
{
    /// <summary>Whether all words of what was typed stand in the text, in any order and case, with or without accents; else whether its reading begins so.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="text">Where it is looked for.</param>
    /// <returns>Nothing when it was not found, or nothing was typed.</returns>
    public static TextMatch? Find(string typed, string text)
    {
        var words = new FoldedText(typed).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : ByLetters(words, new FoldedText(text)) ?? PinyinMatch.Find(string.Concat(words), text);
    }

    private static TextMatch? ByLetters(string[] words, FoldedText text)
    {
        var marks = new List<TextMark>();
        var worst = MatchRank.Start;
        foreach (var word in words)
        {
            var (at, rank) = BestPlace(word, text);
            if (at < 0)
            {
                return null;
            }

            marks.Add(text.MarkOf(at, word.Length));
            worst = rank < worst ? rank : worst;
        }

        return new TextMatch(words.Length > 1 && worst == MatchRank.Word && marks.Any(mark => mark.Start == 0) ? MatchRank.Start : worst, text.Original, Merge(marks));
    }

    private static (int At, MatchRank Rank) BestPlace(string word, FoldedText text)
    {
        var inside = -1;
        for (var at = text.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Text.Length ? text.Text.IndexOf(word, at + 1, StringComparison.Ordinal) : -1)
        {
            if (text.IsWordStart(at))
            {
                return (at, at == 0 ? MatchRank.Start : MatchRank.Word);
            }

            inside = inside < 0 ? at : inside;
        }

        return (inside, MatchRank.Inside);
    }

    private static List<TextMark> Merge(List<TextMark> marks)
    {
        List<TextMark> merged = [];
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            if (merged is [.., var last] && mark.Start < last.Start + last.Length)
            {
                merged[^1] = last with { Length = Math.Max(last.Length, mark.Start + mark.Length - last.Start) };
            }
            else
            {
                merged.Add(mark);
            }
        }

        return merged;
    }
}
