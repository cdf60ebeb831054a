using System.Buffers;

namespace OrgPortal.Web.Features;

/// <summary>
/// A cell of a CSV file, after RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe instead: names and addresses were chosen by
/// people whom the reader does not know.
/// </summary>
public static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");

    /// <summary>A value as it stands in the file.</summary>
    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return string.Empty;
        }

        // Spreadsheets skip blanks and invisible characters before they look for a formula.
        var first = value.AsSpan().TrimStart(" \u00A0\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\u3000");
        var safe = value[0] is '\t' or '\r' or '\n' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') ? "'" + value : value;
        return safe.AsSpan().ContainsAny(Quoted) || safe[0] is ' ' || safe[^1] is ' ' ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
