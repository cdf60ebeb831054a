using System.Collections.Frozen;

namespace OrgPortal.Web.App.Palette;

/// <summary>
/// How Chinese characters are read, without tones, from the table beside this file. It is read when somebody first looks for a name in Chinese, once for
/// the whole process; about 200 KB.
/// </summary>
internal static class Pinyin
{
    private const string Table = "OrgPortal.Web.App.Palette.pinyin.txt";

    private static readonly Lazy<FrozenDictionary<char, string[]>> Readings = new(Read);

    /// <summary>The readings, the usual one first; none for what is no Chinese character of the basic plane.</summary>
    public static IReadOnlyList<string> Of(char character) =>
        IsIdeograph(character) && Readings.Value.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>Whether there is a character with a reading in the text.</summary>
    public static bool HasAny(string text) => text.Any(IsIdeograph);

    private static bool IsIdeograph(char character) => character is '\u3007' or (>= '\u4E00' and <= '\u9FA5');

    private static FrozenDictionary<char, string[]> Read()
    {
        using var table = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream(Table) ?? throw new InvalidOperationException("The table of readings is missing."));
        Dictionary<char, string[]> readings = new(21_000);
        Dictionary<string, string[]> alone = [];
        while (table.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split(' ') is not [var reading, var characters])
            {
                continue;
            }

            // Most characters have one reading and share its array.
            var only = alone.TryGetValue(reading, out var known) ? known : alone[reading] = [reading];
            foreach (var character in characters)
            {
                readings[character] = readings.TryGetValue(character, out var before) ? [.. before, reading] : only;
            }
        }

        return readings.ToFrozenDictionary();
    }
}
