using System.Text;
using System.Text.Json;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class MemberExportTests : IDisposable
{
    private const string Lists = "IOrganizationMembersClient.ListAsync";

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_table_says_who_belongs_with_which_roles_since_when_and_until_when()
    {
        _house.Change(_house.Bob, user => user with { LastSignInAt = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero) });
        _house.Logto.AddMember(_house.Acme, _house.Bob, _house.Manager);
        _house.Joinings.Known[_house.Bob] = new Joining(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), false);
        await _house.TermsAs(_house.Alice).SetAsync(_house.Acme, _house.Bob, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var lines = (await ExportAsync(new MemberQuery())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("\uFEFFuser_id,name,username,email,roles,suspended,joined_at,last_sign_in_at,membership_ends_at", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.Contains($"{_house.Bob},Bob Birch,,bob@acme.example,\"Manager; Member\",no,2025-01-02T03:04:05Z,2026-11-01T08:00:00Z,2027-01-01T00:00:00Z", lines);
    }

    [Fact]
    public async Task Json_holds_the_same_a_line_for_each()
    {
        var lines = (await ExportAsync(new MemberQuery(), MemberExportFormat.JsonLines)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        var bob = JsonDocument.Parse(Assert.Single(lines, line => line.Contains("Bob Birch", StringComparison.Ordinal))).RootElement;
        Assert.Equal("Member", bob.GetProperty("roles")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, bob.GetProperty("joinedAt").ValueKind);
    }

    [Fact]
    public async Task Names_that_would_run_as_formulas_are_words()
    {
        _house.AddMember("=HYPERLINK(1)");

        Assert.Contains(",'=HYPERLINK(1),", await ExportAsync(new MemberQuery()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_number_is_read_a_page_at_a_time_while_it_is_written()
    {
        for (var number = 0; number < 347; number++)
        {
            _house.AddMember($"Person {number:D3}");
        }

        var export = (await _house.ExportAs(_house.Alice).ExportAsync(_house.Acme, new MemberQuery(), MemberExportFormat.Csv)).Value;
        Assert.Equal(0, _house.Logto.Calls.CountOf(Lists));

        var lines = (await TextOfAsync(export)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(351, lines.Distinct().Count());
        Assert.Equal(4, _house.Logto.Calls.CountOf(Lists));
    }

    [Fact]
    public async Task Only_whom_search_and_role_find_are_in_it()
    {
        var text = await ExportAsync(new MemberQuery("b", _house.Member));

        Assert.Contains("Bob Birch", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alice", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_on_record_as_begun_and_as_done_once_all_of_it_is_written()
    {
        var export = (await _house.ExportAs(_house.Alice).ExportAsync(_house.Acme, new MemberQuery("b"), MemberExportFormat.Csv)).Value;
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal(("member.export", "begun"), (record.Action, record.Outcome));
        Assert.Equal("""{"format":"csv","text":"b","role":null}""", JsonSerializer.Serialize(record.Act.After));

        await TextOfAsync(export);
        Assert.Equal("done", record.Outcome);
    }

    [Fact]
    public async Task Logto_failing_in_the_middle_breaks_it_off_and_says_so_on_record()
    {
        var export = (await _house.ExportAs(_house.Alice).ExportAsync(_house.Acme, new MemberQuery(), MemberExportFormat.Csv)).Value;
        _house.Logto.Calls.Fail(Lists, FakeLogtoCalls.Outage());

        await Assert.ThrowsAsync<IOException>(() => TextOfAsync(export));
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task Without_the_permission_elsewhere_or_with_an_old_sign_in_there_is_no_file()
    {
        var stranger = _house.Logto.AddUser("eve@globex.example", "Eve");
        Assert.Equal(new Forbidden("members.read"), (await ExportFailureAsync(_house.Carol)));
        Assert.IsType<NotFound>(await ExportFailureAsync(stranger));

        _house.AuthenticatedAt = _house.Clock.GetUtcNow().AddMinutes(-11);
        Assert.IsType<ReauthenticationRequired>(await ExportFailureAsync(_house.Alice));
        Assert.Equal(("member.export", "denied"), (_house.Audit.Records[^1].Action, _house.Audit.Records[^1].Outcome));
    }

    [Fact]
    public async Task What_cannot_be_put_on_record_is_not_exported()
    {
        _house.Audit.IsDown = true;

        Assert.IsType<Unavailable>(await ExportFailureAsync(_house.Alice));
    }

    private async Task<Failure?> ExportFailureAsync(UserId somebody) => (await _house.ExportAs(somebody).ExportAsync(_house.Acme, new MemberQuery(), MemberExportFormat.Csv)).Failure;

    private async Task<string> ExportAsync(MemberQuery query, MemberExportFormat format = MemberExportFormat.Csv) =>
        await TextOfAsync((await _house.ExportAs(_house.Alice).ExportAsync(_house.Acme, query, format)).Value);

    private static async Task<string> TextOfAsync(MemberExport export)
    {
        using var stream = new MemoryStream();
        await export.WriteAsync(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
