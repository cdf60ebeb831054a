using System.Text;

namespace OrgPortal.Web.Features;

/// <summary>
/// Tables for spreadsheets: RFC 4180 with a byte order mark, by which spreadsheets know UTF-8; cells as <see cref="CsvCell"/> writes them, so that none is a formula.
/// </summary>
internal static class CsvText
{
    /// <summary>Some lines as bytes.</summary>
    /// <param name="head">The names of the columns, separated by commas, for the beginning of a file; <see langword="null"/> for what follows.</param>
    /// <param name="rows">The cells, line by line.</param>
    public static byte[] Write(string? head, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder(head is null ? string.Empty : $"\uFEFF{head}\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(CsvCell.Of)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
