using System.Globalization;
using System.Text;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Requests;

/// <summary>What people write to each other with a request: plain text that cannot pretend to be anything else.</summary>
internal static class RequestTexts
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    /// <summary>The text without the white space around it; none when nothing is left.</summary>
    public static string? CleanOrNone(string? text) => text?.Trim() is { Length: > 0 } clean ? clean : null;

    /// <summary>Why it cannot be used; <see langword="null"/> when it can.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="text">The text, cleaned.</param>
    public static Invalid? Refuse(string field, string? text) => text switch
    {
        null => null,
        { Length: > Longest } => new Invalid(field, "too_long"),
        _ when text.EnumerateRunes().Any(IsHidden) => new Invalid(field, "control_characters"),
        _ => null,
    };

    // Control characters but for line breaks, lone surrogates, and the marks that turn the direction of the text around them.
    private static bool IsHidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t'))
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x200E or 0x200F or 0x061C or 0xFEFF;
}
