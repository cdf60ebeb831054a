using System.Collections;
using System.Globalization;
using System.Text;
using CsCheck;

namespace OrgPortal.Tests.Properties;

/// <summary>Texts as people, programs and attackers send them.</summary>
internal static class Texts
{
    /// <summary>Controls, blanks of all widths, marks that hide or turn text, fillers, look-alikes, halves of pairs, and what separates or quotes somewhere.</summary>
    public const string Troublemakers =
        "\0\u0001\u0007\b\t\n\u000B\f\r\u001B\u007F\u0085\u00A0\u00AD\u034F\u061C\u115F\u1160\u180E\u2000\u200B\u200C\u200D\u200E\u200F\u2028\u2029"
        + "\u202A\u202B\u202C\u202D\u202E\u202F\u2060\u2063\u2066\u2067\u2068\u2069\u206A\u2800\u3000\u3164\uFE0F\uFEFF\uFF0C\uFF1B\u3001\uFFA0\uFFFD\uFFFE\uFFFF"
        + "\uD800\uDBFF\uDC00\uDFFF\u0130\u0131\u017F\u212A\u0430\uFF20\uFF0E\u2024\u00DF"
        + " .,:;@<>()[]{}\"'`\\/%?#&=+-_!*|~^$";

    /// <summary>Any text of up to so many UTF-16 units: mostly ASCII, some trouble, some of everything.</summary>
    public static Gen<string> Any(int most = 40) =>
        Of(Gen.Frequency<char>((6, Gen.Char['!', '~']), (3, Gen.Char[Troublemakers]), (1, Gen.Char['\0', '\uFFFF'])), 0, most);

    /// <summary>A text of these characters.</summary>
    public static Gen<string> From(string characters, int least, int most) => Of(Gen.Char[characters], least, most);

    /// <summary>A text of characters that a generator makes.</summary>
    public static Gen<string> Of(Gen<char> characters, int least, int most) => characters.Array[least, most].Select(text => new string(text));

    /// <summary>One of these texts with up to three characters changed, left out or put in.</summary>
    public static Gen<string> Near(params string[] models) =>
        Gen.Int[0, models.Length - 1].SelectMany(model => Change.Array[0, 3].Select(changes => changes.Aggregate(models[model], Apply)));

    /// <summary>Something printable for a report of what failed.</summary>
    public static string Shown(object? input) => input switch
    {
        null => "null",
        string text => Escaped(text),
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Shown)) + "]",
        _ => Escaped(input.ToString() ?? string.Empty),
    };

    private static Gen<(int Place, int Kind, char Character)> Change { get; } =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 2], Gen.Frequency<char>((2, Gen.Char[Troublemakers]), (1, Gen.Char['!', '~'])));

    private static string Apply(string text, (int Place, int Kind, char Character) change)
    {
        var at = change.Place % (text.Length + 1);
        return change.Kind switch
        {
            0 => text.Insert(at, change.Character.ToString()),
            1 when at < text.Length => text.Remove(at, 1),
            _ when at < text.Length => text.Remove(at, 1).Insert(at, change.Character.ToString()),
            _ => text,
        };
    }

    private static string Escaped(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var c in text)
        {
            shown.Append(c is >= ' ' and <= '~' and not '\\' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"));
        }

        return shown.Append('"').ToString();
    }
}
