using System.Text;
using CsCheck;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Properties;

/// <summary>Uploaded files: whatever the bytes are, the answer is lines or a reason.</summary>
public sealed class ImportFileProperties
{
    [Fact]
    public void Any_bytes_are_lines_or_a_reason() => Cases.Check(Gen.Byte.Array[0, 400], bytes => AssertAnswered(ImportFileReader.Read("x.csv", bytes)));

    [Fact]
    public void Any_text_is_lines_or_a_reason() =>
        Cases.Check(Gen.String[Gen.Char["abc@,;|\t\r\n\"\0 邮箱."], 0, 120], text => AssertAnswered(ImportFileReader.Read("x.csv", Encoding.UTF8.GetBytes(text))));

    private static void AssertAnswered(Result<ImportFile> read) => Assert.True(read switch
    {
        { IsFailure: true } => read.Failure is Invalid { Fields: [{ Field: "file" }] },
        _ => read.Value.Lines is { Count: > 0 and <= ImportFile.MostLines } lines && lines.All(line => line.Number > 0 && line.Address == line.Address.Trim()),
    });
}
