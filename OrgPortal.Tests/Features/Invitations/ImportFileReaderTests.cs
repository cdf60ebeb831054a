using System.Text;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class ImportFileReaderTests
{
    private static readonly ImportLine[] Two = [new(2, "ann@example.com", "Member", "7"), new(3, "ben@example.com", "Member|Auditor", "")];

    [Theory]
    [InlineData("email,role,expires\r\nann@example.com,Member,7\r\nben@example.com,Member|Auditor,\r\n")]
    [InlineData("email;role;expires\nann@example.com;Member;7\nben@example.com;Member|Auditor;\n")]
    [InlineData("email\trole\texpires\nann@example.com\tMember\t7\nben@example.com\tMember|Auditor\t")]
    [InlineData("expires,EMAIL ,remark,Roles\n7,ann@example.com,x,Member\n,ben@example.com,,Member|Auditor\n")]
    [InlineData("\"email\",\"role\",\"expires\"\n\"ann@example.com\",\" Member\",7\nben@example.com,Member|Auditor\n")]
    [InlineData("邮箱,角色,有效期\nann@example.com,Member,7\nben@example.com,Member|Auditor,\n")]
    public void Columns_are_found_by_their_names(string text) => Assert.Equal(Two, Read(Encoding.UTF8.GetBytes(text)).Value.Lines);

    [Fact]
    public void Without_a_head_the_columns_are_address_role_and_days() =>
        Assert.Equal([new ImportLine(1, "ann@example.com", "Member", "7"), new ImportLine(2, "ben@example.com", "", "")], Read("ann@example.com,Member,7\nben@example.com\n").Value.Lines);

    [Fact]
    public void Nothing_but_addresses_is_a_file_too() =>
        Assert.Equal(["ann@example.com", "ben@example.com"], Read("ann@example.com\r\n\r\nben@example.com").Value.Lines.Select(line => line.Address));

    [Fact]
    public void Roles_of_one_cell_may_be_parted_by_the_separator_in_quotes() =>
        Assert.Equal(new ImportLine(2, "ann@example.com", "Member;Auditor", "3"), Assert.Single(Read("email;role;expires\nann@example.com;\"Member;Auditor\";3").Value.Lines));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("latin1", false)]
    public void Encodings_of_spreadsheets_are_read(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("email,role\nann@example.com,Prüfer\n")];

        Assert.Equal(new ImportLine(2, "ann@example.com", "Prüfer", ""), Assert.Single(Read(bytes).Value.Lines));
    }

    [Fact]
    public void A_quote_too_many_swallows_no_other_line() =>
        Assert.Equal(3, Read("email,role\n\"ann@example.com,Member\nben@example.com,Member\ncem@example.com,Member\n").Value.Lines.Count);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("email,role\n", "empty")]
    [InlineData("PK\u0003\u0004\0\0\0rubbish", "unreadable")]
    public void What_is_no_list_is_refused(string text, string reason) => Assert.Equal(new FieldFailure("file", reason), Assert.Single(Assert.IsType<Invalid>(Read(text).Failure).Fields));

    [Fact]
    public void Ten_thousand_lines_are_read_and_one_more_is_too_many()
    {
        static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"person{i}@example.com,Member"));

        Assert.Equal(10_000, Read("email,role\n" + Lines(10_000)).Value.Lines.Count);
        Assert.Equal("too_many", Assert.Single(Assert.IsType<Invalid>(Read(Lines(10_001)).Failure).Fields).Reason);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        Assert.Equal("too_large", Assert.Single(Assert.IsType<Invalid>(Read(new byte[ImportFile.LargestFile + 1]).Failure).Fields).Reason);

    private static Result<ImportFile> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Result<ImportFile> Read(byte[] bytes) => ImportFileReader.Read("people.csv", bytes);
}
