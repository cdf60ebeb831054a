using System.Globalization;
using System.Text;

namespace OrgPortal.Web.Features;

/// <summary>What a name must be for people to see it, and to see what it is. Logto takes nearly everything.</summary>
internal static class VisibleText
{
    /// <summary>Whether it is made of nothing but blanks, joiners, fillers and marks of width zero: a blank line in every list.</summary>
    public static bool IsBlank(string text) => !text.EnumerateRunes().Any(IsVisible);

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    /// <summary>Whether it holds what nobody sees, or what turns the text around it.</summary>
    // Control characters, lone surrogates, the marks that turn the direction of text around them, and those that nobody sees and no script needs:
    // with them one name looks like another. The joiners stay, which Persian, Indic scripts and emoji are written with.
    public static bool HoldsInvisible(string text, bool linesAllowed) =>
        text.EnumerateRunes().Any(rune =>
            rune == Rune.ReplacementChar
            || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && !(linesAllowed && rune.Value is '\n' or '\r'))
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C
            || rune.Value is 0x00AD or 0x180E or 0x200B or (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB));
}
