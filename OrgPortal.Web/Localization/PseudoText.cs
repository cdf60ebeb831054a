using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrgPortal.Web.Localization;

/// <summary>
/// English in strange letters and a third longer: what is not in the resources stays plain, and what has no room for longer languages is cut or pushes
/// others aside. For whoever works on the portal, chosen as the language <c>en-XA</c>.
/// </summary>
internal static partial class PseudoText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Strange = "åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    private const double Longer = 0.35;
    private const int LongestWord = 6;

    /// <summary>The language that stands for it; CLDR's name for accented English.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-XA");

    /// <summary>The same format, or in strange letters for whoever has chosen <see cref="Culture"/>.</summary>
    public static string WhereChosen(string format) => CultureInfo.CurrentUICulture.Name == Culture.Name ? Of(format) : format;

    /// <summary>A format in strange letters. Placeholders (<c>{0}</c>), markup and patterns of dates stay as they are.</summary>
    public static string Of(string format)
    {
        if (DatePattern().IsMatch(format))
        {
            return format;
        }

        var text = new StringBuilder("[");
        var letters = 0;
        foreach (Match piece in Piece().Matches(format))
        {
            text.Append(piece.Length > 1 ? piece.Value : StrangeOf(piece.ValueSpan[0]));
            letters += piece.Length == 1 ? 1 : 0;
        }

        // In words, as in a language: lines break between them.
        for (var left = (int)Math.Ceiling(letters * Longer); left > 0; left -= LongestWord)
        {
            text.Append(' ').Append('~', Math.Min(left, LongestWord));
        }

        return text.Append(']').ToString();
    }

    private static char StrangeOf(char letter) => Plain.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? Strange[place] : letter;

    [GeneratedRegex("^[dMyHhmst ,.:/-]*(yyyy|HH)[dMyHhmst ,.:/-]*$")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\{[^}]*\}|<[^>]*>|.", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
