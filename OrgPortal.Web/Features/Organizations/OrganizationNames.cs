using System.Globalization;
using System.Text;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What names and descriptions may hold. Logto takes nearly everything, also blanks and characters that reverse the text around them.</summary>
internal static class OrganizationNames
{
    /// <summary>Logto's limit for names.</summary>
    public const int LongestName = 128;

    /// <summary>Logto's limit for descriptions.</summary>
    public const int LongestDescription = 256;

    /// <summary>A name without the white space around it.</summary>
    public static string Clean(string? text) => text?.Trim() ?? string.Empty;

    /// <summary>A description without the white space around it; none when nothing is left.</summary>
    public static string? CleanOrNone(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>Why the pair cannot be used; <see langword="null"/> when it can.</summary>
    public static Invalid? Refuse(string name, string? description)
    {
        var wrong = new List<FieldFailure>();
        if (!name.EnumerateRunes().Any(IsVisible))
        {
            wrong.Add(new FieldFailure("name", "required"));
        }
        else if (name.Length > LongestName)
        {
            wrong.Add(new FieldFailure("name", "too_long"));
        }
        else if (HoldsInvisible(name, linesAllowed: false))
        {
            wrong.Add(new FieldFailure("name", "control_characters"));
        }

        if (description?.Length > LongestDescription)
        {
            wrong.Add(new FieldFailure("description", "too_long"));
        }
        else if (description is not null && HoldsInvisible(description, linesAllowed: true))
        {
            wrong.Add(new FieldFailure("description", "control_characters"));
        }

        return wrong.Count == 0 ? null : new Invalid(wrong);
    }

    // A name of nothing but joiners, fillers and marks of width zero would be a blank line in every list.
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    // Control characters, lone surrogates, the marks that turn the direction of text around them, and those that nobody sees and no script needs:
    // with them one name looks like another. The joiners stay, which Persian, Indic scripts and emoji are written with.
    private static bool HoldsInvisible(string text, bool linesAllowed) =>
        text.EnumerateRunes().Any(rune =>
            rune == Rune.ReplacementChar
            || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && !(linesAllowed && rune.Value is '\n' or '\r'))
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C
            || rune.Value is 0x00AD or 0x180E or 0x200B or (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB));
}
