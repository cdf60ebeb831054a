using System.Text;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary><c>docs/permissions.md</c>: sections that the tests compare, and with <c>ORGPORTAL_ACCEPT=1</c> write anew, between words for people.</summary>
internal static class PermissionDocument
{
    private const string Head =
        """
        | Operation | Asks for | Nobody | Member without rights | Administrator elsewhere | Administrator | Suspended | Right taken away |
        |---|---|---|---|---|---|---|---|
        """;

    private static readonly string File = Path.Combine(SourceTree.Root, "docs", "permissions.md");

    private static bool Accepts => Environment.GetEnvironmentVariable("ORGPORTAL_ACCEPT") == "1";

    /// <summary>What differs between the table and the portal, line by line; empty when nothing does.</summary>
    public static async Task<string> CompareAsync(string section, IReadOnlyList<MatrixRow> found)
    {
        if (Accepts)
        {
            await WriteAsync(section, $"{Head}\n{string.Join('\n', found.Select(row => row.ToString()))}");
        }

        return Differences(await ReadRowsAsync(section), found);
    }

    /// <summary>The same for any other table.</summary>
    public static async Task<string> CompareTextAsync(string section, string found)
    {
        if (Accepts)
        {
            await WriteAsync(section, found);
        }

        var written = await ReadAsync(section);
        return written == found ? string.Empty : $"docs/permissions.md, section {section}, says:\n{written}\nbut it is:\n{found}";
    }

    public static async Task<IReadOnlyList<MatrixRow>> ReadRowsAsync(string section) =>
    [
        .. from line in (await ReadAsync(section)).Split('\n')
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = line.Trim('|', ' ').Split(" | ")
           select new MatrixRow(cells[0].Trim('`'), cells[1], cells[2..]),
    ];

    /// <summary>Rows only in the table, rows only in the portal, and cells that differ.</summary>
    public static string Differences(IReadOnlyList<MatrixRow> table, IReadOnlyList<MatrixRow> found)
    {
        var lines = new StringBuilder();
        foreach (var row in table.ExceptBy(found.Select(row => row.Operation), row => row.Operation))
        {
            lines.AppendLine(null, $"{row.Operation}: in the table, but there is no such operation");
        }

        foreach (var row in found)
        {
            if (table.FirstOrDefault(known => known.Operation == row.Operation) is not { } known)
            {
                lines.AppendLine(null, $"{row.Operation}: not in the table. Decide who may, then: {row}");
                continue;
            }

            if (known.AsksFor != row.AsksFor)
            {
                lines.AppendLine(null, $"{row.Operation}: asks for {row.AsksFor}; the table says {known.AsksFor}");
            }

            foreach (var actor in Enum.GetValues<Actor>().Where(actor => known.Of(actor) != row.Of(actor)))
            {
                lines.AppendLine(null, $"{row.Operation}, {actor}: {row.Of(actor)}; the table says {known.Of(actor)}");
            }
        }

        return lines.ToString();
    }

    private static async Task<string> ReadAsync(string section)
    {
        var text = (await System.IO.File.ReadAllTextAsync(File)).ReplaceLineEndings("\n");
        var (start, end) = Find(text, section);
        return text[start..end].Trim('\n');
    }

    private static async Task WriteAsync(string section, string content)
    {
        var text = (await System.IO.File.ReadAllTextAsync(File)).ReplaceLineEndings("\n");
        var (start, end) = Find(text, section);
        await System.IO.File.WriteAllTextAsync(File, $"{text[..start]}\n{content.ReplaceLineEndings("\n")}\n{text[end..]}");
    }

    private static (int Start, int End) Find(string text, string section)
    {
        var mark = $"<!-- {section}: compared with the portal by a test -->";
        var start = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return (start, text.IndexOf("<!-- end -->", start, StringComparison.Ordinal));
    }
}
