using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Palette;

/// <summary>A command that was found, and by what.</summary>
/// <param name="Command">The command.</param>
/// <param name="Rank">How well it was found.</param>
/// <param name="Marks">What was found in its text.</param>
/// <param name="Aside">What stands in a quieter tone after it: its detail, the name spelled out, an address by which it was found.</param>
internal sealed record PaletteHit(PaletteCommand Command, MatchRank Rank, IReadOnlyList<TextMark> Marks, TextMatch? Aside)
{
    private const int LeastInside = 3;

    /// <summary>The command as it is, nothing found.</summary>
    public static PaletteHit Of(PaletteCommand command) =>
        new(command, MatchRank.Start, [], command.Detail is { } detail ? new TextMatch(MatchRank.Aside, detail, []) : null);

    /// <summary>Looks for what was typed: in the text, its reading, the text with its detail, and the other words.</summary>
    public static PaletteHit? Find(string typed, PaletteCommand command)
    {
        var plain = Of(command);
        if (TextMatch.Find(typed, command.Text) is { } text)
        {
            return text.IsSpelled ? plain with { Rank = text.Rank, Aside = text } : plain with { Rank = text.Rank, Marks = text.Marks };
        }

        if (command.Detail is { } detail && TextMatch.Find(typed, detail) is { IsSpelled: false } found)
        {
            return plain with { Rank = found.Rank == MatchRank.Inside ? MatchRank.Inside : MatchRank.Word, Aside = found };
        }

        if (command.Detail is not null && TextMatch.Find(typed, $"{command.Text} {command.Detail}") is { IsSpelled: false } both)
        {
            return plain with { Rank = MatchRank.Word, Marks = MarksIn(both.Marks, 0, command.Text.Length), Aside = new TextMatch(MatchRank.Word, command.Detail, MarksIn(both.Marks, command.Text.Length + 1, command.Detail.Length)) };
        }

        // A letter or two stand in the middle of every address.
        return command.Also.Select(other => TextMatch.Find(typed, other)).FirstOrDefault(other => other is { IsSpelled: false } && (other.Rank != MatchRank.Inside || typed.Trim().Length >= LeastInside)) is { } aside
            ? plain with { Rank = aside.Rank == MatchRank.Inside ? MatchRank.Aside : MatchRank.Inside, Aside = aside }
            : null;
    }

    private static List<TextMark> MarksIn(IReadOnlyList<TextMark> marks, int start, int length) =>
        [.. marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= start + length).Select(mark => mark with { Start = mark.Start - start })];
}
