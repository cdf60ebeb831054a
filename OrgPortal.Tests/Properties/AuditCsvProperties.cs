using System.Text;
using CsCheck;
using OrgPortal.Web.Features;

namespace OrgPortal.Tests.Properties;

public sealed class AuditCsvProperties
{
    private static readonly Gen<string> Values = Gen.OneOf<string>(
        Texts.Any(),
        Texts.Near("=HYPERLINK(\"https://evil.example\",\"Ana\")", "+1-2", "@SUM(A1)", "\t=1", "\u200B=1", "Doe, \"Ana\"\r\nAcme"),
        Texts.From("=+-@\t\r\n \",;'a\uFF1D\uFF0B\uFF0D\uFF20\u200B\u202E\u3000\u00A0", 0, 6));

    [Fact]
    public void No_cell_is_a_formula_and_every_value_comes_back() => Cases.Check(Values, value =>
    {
        var read = Read($"before,{CsvText.Cell(value)},after");

        Assert.Equal(3, read.Count);
        Assert.Equal(("before", "after"), (read[0], read[2]));
        Assert.True(read[1] == value || read[1] == "'" + value);
        Assert.DoesNotContain(read[1].TrimStart(' ', '\u00A0', '\u3000', '\u200B', '\u202E').FirstOrDefault(), "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    });

    // RFC 4180, read back by its letter.
    private static List<string> Read(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append(c);
                at++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                Assert.True(quoted || c is not ('\r' or '\n'), "A line ends inside a cell.");
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
