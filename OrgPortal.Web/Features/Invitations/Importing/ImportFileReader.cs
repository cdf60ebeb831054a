using System.Text;
using CsvHelper;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>
/// Reads what spreadsheets save: UTF-8 with or without a byte order mark, UTF-16, commas, semicolons or tabs, with a head or without. Whatever the bytes are,
/// the answer is lines or a reason.
/// </summary>
public static class ImportFileReader
{
    private const int LongestCell = 1_024;

    // What the columns are called in the template, and in lists that people have already.
    private static readonly string[] AddressNames = ["email", "e-mail", "email address", "e-mail address", "address", "mail", "invitee", "邮箱", "电子邮箱", "邮箱地址", "电子邮件", "邮件"];
    private static readonly string[] RoleNames = ["role", "roles", "角色"];
    private static readonly string[] ExpiryNames = ["expires", "expiry", "expires in days", "expires_in_days", "days", "有效期", "有效天数", "天数"];

    private static readonly string[] LanguageNames = ["language", "lang", "语言"];
    private static readonly string[] NoteNames = ["note", "message", "personal note", "附言", "留言"];

    /// <summary>The lines; or <see cref="Invalid"/> with <c>file</c> and <c>too_large</c>, <c>too_many</c>, <c>unreadable</c> or <c>empty</c>.</summary>
    public static Result<ImportFile> Read(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > ImportFile.LargestFile)
        {
            return new Invalid("file", "too_large");
        }

        try
        {
            var text = TextOf(bytes);
            // A spreadsheet's own format, or anything else that is no text.
            return text.Contains('\0', StringComparison.Ordinal) ? new Invalid("file", "unreadable") : Read(name, text);
        }
        catch (CsvFormatException)
        {
            return new Invalid("file", "unreadable");
        }
    }

    private static Result<ImportFile> Read(string name, string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            Separator = SeparatorOf(text),
            // One quote too many must not swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
        });
        var lines = new List<ImportLine>();
        var columns = new Columns(0, 1, 2, -1, -1);
        var isFirst = true;
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(index => Cut(csv.GetString(index)))];
            if (isFirst && HeadOf(cells) is { } head)
            {
                (columns, isFirst) = (head, false);
                continue;
            }

            isFirst = false;
            var line = new ImportLine((int)csv.LineNumber, CellOf(cells, columns.Address), CellOf(cells, columns.Roles), CellOf(cells, columns.Expires), CellOf(cells, columns.Language), CellOf(cells, columns.Note));
            if (line is { Address: "", Roles: "", Expires: "" })
            {
                continue;
            }

            if (lines.Count == ImportFile.MostLines)
            {
                return new Invalid("file", "too_many");
            }

            lines.Add(line);
        }

        return lines.Count == 0 ? new Invalid("file", "empty") : new ImportFile(name[..Math.Min(name.Length, ImportFile.LongestName)], lines);
    }

    private static string TextOf(byte[] bytes)
    {
        if (IsUtf16WithoutMark(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            // One byte a character, as older spreadsheets save it: addresses are the same in all of those.
            return Encoding.Latin1.GetString(bytes);
        }
    }

    // Every other byte of plain text is zero.
    private static UnicodeEncoding? IsUtf16WithoutMark(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or { Length: < 4 } => null,
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };

    // By the first line that has any: roles are parted by other characters inside a cell, but not by more of them than there are columns.
    private static char? SeparatorOf(string text)
    {
        var first = text.AsSpan().TrimStart("\uFEFF\r\n ");
        var end = first.IndexOfAny('\r', '\n');
        first = end < 0 ? first : first[..end];
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return first.Contains('\t') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
    }

    private static Columns? HeadOf(string[] cells)
    {
        int Find(string[] names) => Array.FindIndex(cells, cell => names.Contains(cell.Trim().ToLowerInvariant()));
        return cells.Any(cell => cell.Contains('@', StringComparison.Ordinal)) || Find(AddressNames) is not (>= 0 and var address) ? null : new Columns(address, Find(RoleNames), Find(ExpiryNames), Find(LanguageNames), Find(NoteNames));
    }

    private static string Cut(string cell)
    {
        var trimmed = cell.Trim();
        return trimmed.Length > LongestCell ? trimmed[..LongestCell] : trimmed;
    }

    private static string CellOf(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : string.Empty;

    private sealed record Columns(int Address, int Roles, int Expires, int Language, int Note);
}
