using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conventions.Calls;

/// <summary>The table of calls in <c>docs/performance.md</c>; with <c>ORGPORTAL_ACCEPT=1</c> it is written anew.</summary>
internal static class CallTable
{
    private const string Begin = "<!-- calls: compared with the services by a test -->\n";
    private const string End = "\n<!-- end -->";
    private const string Head = "| Operation | Calls | Which |\n|---|---|---|\n";

    private static readonly string Document = Path.Combine(SourceTree.Root, "docs", "performance.md");

    /// <summary>Rows that are only in the table, or only in what was found; empty when there are none.</summary>
    /// <param name="found">Rows as they are to stand in the table.</param>
    public static async Task<string> CompareAsync(IReadOnlyList<string> found)
    {
        var text = (await File.ReadAllTextAsync(Document)).ReplaceLineEndings("\n");
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ORGPORTAL_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Document, text[..start] + Head + string.Join('\n', found) + text[end..]);
            return string.Empty;
        }

        return Differences([.. text[start..end].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))], found);
    }

    /// <summary>Rows that are only in one of the two.</summary>
    public static string Differences(IReadOnlyList<string> written, IReadOnlyList<string> found) =>
        string.Join('\n', [.. written.Except(found).Select(row => $"only in the table: {row}"), .. found.Except(written).Select(row => $"not in the table: {row}")]);
}
