using System.Buffers;
using System.Text;

namespace OrgPortal.Web.Features;

/// <summary>
/// Tables for spreadsheets: RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe instead: what stands in exports was chosen by people the reader does not know.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");

    /// <summary>Some lines as bytes.</summary>
    /// <param name="head">The names of the columns, separated by commas, for the beginning of a file; <see langword="null"/> for what follows.</param>
    /// <param name="rows">The cells, line by line.</param>
    public static byte[] Write(string? head, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder(head is null ? string.Empty : $"\uFEFF{head}\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A value as it stands in the file.</summary>
    internal static string Cell(string? value)
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
