using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Features.Organizations;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Audit;

public sealed class AuditServiceTests : IDisposable
{
    private readonly OrganizationsHouse _house = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;
    private AuditReader _reader = null!;
    private AuditService _service = null!;

    public void Dispose()
    {
        _house.Dispose();
        _store?.Dispose();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Pages_follow_each_other_newest_first_and_leave_nothing_out(StoreProvider on)
    {
        Use(on);
        await RecordAsync(120);

        var seen = new List<long>();
        AuditPosition? before = null;
        do
        {
            var page = (await _service.ListAsync(_house.Acme, new AuditFilter(), before)).Value;
            seen.AddRange(page.Rows.Select(row => row.Sequence));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(1, 120).Select(i => (long)i).Reverse(), seen);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Filters_find_what_they_say(StoreProvider on)
    {
        Use(on);
        await RecordAsync(3);
        var writer = AuditChains.Writer(_store, time: _time);
        _time.Advance(TimeSpan.FromDays(2));
        await writer.AppendAsync(Content("Eve Ávila") with { ActorId = "somebodyelse", ActorName = "Else", Action = AuditActions.ChangeMemberRoles, Outcome = AuditOutcomes.Denied });

        async Task<IEnumerable<string?>> FindAsync(AuditFilter filter) => (await _service.ListAsync(_house.Acme, filter)).Value.Rows.Select(row => row.TargetName);
        string[] only = ["Eve Ávila"];
        Assert.Equal(only, await FindAsync(new AuditFilter(Actor: UserId.Parse("somebodyelse"))));
        Assert.Equal(only, await FindAsync(new AuditFilter(Action: AuditActions.ChangeMemberRoles)));
        Assert.Equal(only, await FindAsync(new AuditFilter(Outcome: AuditOutcomes.Denied)));
        Assert.Equal(only, await FindAsync(new AuditFilter(Text: "eVe")));
        Assert.Equal(only, await FindAsync(new AuditFilter(From: new DateOnly(2026, 11, 22), To: new DateOnly(2026, 11, 22))));
        Assert.Equal(["2", "1", "0"], await FindAsync(new AuditFilter(To: new DateOnly(2026, 11, 21))));
        Assert.Empty(await FindAsync(new AuditFilter(Text: "%")));
        Assert.Equal(["Alice Adams", "Else"], (await _service.ListActorsAsync(_house.Acme)).Value.Select(actor => actor.Name));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_act_is_one_row_by_its_outcome_or_by_its_intent_alone(StoreProvider on)
    {
        Use(on);
        var writer = AuditChains.Writer(_store, time: _time);
        var intent = await writer.AppendAsync(Content("over") with { Outcome = AuditOutcomes.Begun });
        await writer.AppendAsync(Content("over") with { IntentSequence = intent });
        await writer.AppendAsync(Content("broken off") with { Outcome = AuditOutcomes.Begun });

        var rows = (await _service.ListAsync(_house.Acme, new AuditFilter())).Value.Rows;

        Assert.Equal([("broken off", "begun"), ("over", "done")], rows.Select(row => (row.TargetName!, row.Outcome)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Another_organizations_records_are_not_shown(StoreProvider on)
    {
        Use(on);
        await RecordAsync(2);
        _house.SignIn(_house.Greta);

        Assert.Empty((await _service.ListAsync(_house.Globex, new AuditFilter())).Value.Rows);
        Assert.IsType<NotFound>((await _service.ListAsync(_house.Acme, new AuditFilter())).Failure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task About_a_person_are_their_own_acts_and_what_was_done_to_their_membership(StoreProvider on)
    {
        Use(on);
        var bob = _house.Bob.Value;
        await AppendAsync(Content("by bob") with { ActorId = bob, TargetKind = "invitation", TargetId = "i1" });
        await AppendAsync(Content("to bob") with { TargetId = bob });
        await AppendAsync(Content("to nobody"));
        await AppendAsync(Content("elsewhere") with { ActorId = bob, OrganizationId = _house.Globex.Value });
        await AppendAsync(Content("an invitation of that id") with { TargetKind = "invitation", TargetId = bob });
        await AppendAsync(Content("bob to bob") with { ActorId = bob, TargetId = bob });

        Assert.Equal(["bob to bob", "to bob", "by bob"], (await _service.ListAboutAsync(_house.Acme, _house.Bob)).Value.Select(row => row.TargetName));

        await RecordAsync(30);
        Assert.Equal(IAuditService.HistorySize, (await _service.ListAboutAsync(_house.Acme, _house.Alice)).Value.Count);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_joined_is_known_from_accepting_or_creating_unless_they_went_since(StoreProvider on)
    {
        Use(on);
        var bob = _house.Bob.Value;
        async Task<Joining?> FindAsync() => (await _reader.FindAsync(_house.Acme, _house.Bob, CancellationToken.None)).Value;

        await AppendAsync(Content("x") with { ActorId = bob, Action = AuditActions.AcceptInvitation, Outcome = AuditOutcomes.Failed });
        await AppendAsync(Content("x") with { ActorId = bob, Action = AuditActions.AcceptInvitation, OrganizationId = _house.Globex.Value });
        Assert.Null(await FindAsync());

        await AppendAsync(Content("x") with { ActorId = bob, Action = AuditActions.CreateOrganization });
        Assert.Equal(new Joining(_time.GetUtcNow(), true), await FindAsync());

        _time.Advance(TimeSpan.FromDays(1));
        await AppendAsync(Content("x") with { TargetId = bob });
        Assert.Null(await FindAsync());

        await AppendAsync(Content("x") with { ActorId = bob, Action = AuditActions.AcceptInvitation });
        Assert.Equal(new Joining(_time.GetUtcNow(), false), await FindAsync());

        await AppendAsync(Content("x") with { ActorId = bob, Action = AuditActions.LeaveOrganization });
        Assert.Null(await FindAsync());

        _time.Advance(TimeSpan.FromDays(1));
        await AppendAsync(Content("x") with { TargetId = bob, Action = AuditActions.ApproveRequest });
        Assert.Equal(new Joining(_time.GetUtcNow(), false), await FindAsync());
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_and_nothing_is_exported()
    {
        Use(StoreProvider.Sqlite);
        _house.SignIn(_house.Bob);

        Assert.Equal(new Forbidden(OrganizationPermissions.ReadAudit.Value), (await _service.ListAsync(_house.Acme, new AuditFilter())).Failure);
        Assert.IsType<Forbidden>((await _service.ListActorsAsync(_house.Acme)).Failure);
        Assert.IsType<Forbidden>((await _service.ListAboutAsync(_house.Acme, _house.Bob)).Failure);
        Assert.IsType<Forbidden>((await _service.ExportAsync(_house.Acme, new AuditFilter(), AuditExportFormat.Csv)).Failure);
        Assert.DoesNotContain(_house.Audit.Records, record => record.Act.Action == AuditActions.Export);
    }

    [Fact]
    public async Task A_store_that_is_down_is_unavailable()
    {
        Use(StoreProvider.Sqlite);
        _store.IsDown = true;

        Assert.IsType<Unavailable>((await _service.ListAsync(_house.Acme, new AuditFilter())).Failure);
        Assert.IsType<Unavailable>((await _service.ListAboutAsync(_house.Acme, _house.Bob)).Failure);
        Assert.IsType<Unavailable>((await _reader.FindAsync(_house.Acme, _house.Bob, CancellationToken.None)).Failure);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_export_holds_what_the_filter_finds_and_goes_on_record(StoreProvider on)
    {
        Use(on);
        await RecordAsync(700);
        var writer = AuditChains.Writer(_store, time: _time);
        await writer.AppendAsync(Content("=HYPERLINK(\"https://evil.example\")"));

        var csv = await ExportAsync(AuditExportFormat.Csv);
        var lines = await ExportAsync(AuditExportFormat.JsonLines);

        Assert.Equal(703, csv.Split("\r\n").Length);
        Assert.StartsWith("\uFEFFsequence,time,", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", csv, StringComparison.Ordinal);
        Assert.Equal(702, lines.Split('\n').Length);
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => System.Text.Json.JsonDocument.Parse(line).Dispose());
        Assert.All(_house.Audit.Records, record => Assert.Equal((AuditActions.Export, "done"), (record.Act.Action, record.Outcome)));
        Assert.Equal(2, _house.Audit.Records.Count);
    }

    [Fact]
    public async Task An_export_that_cannot_go_on_record_is_not_made()
    {
        Use(StoreProvider.Sqlite);
        _house.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await _service.ExportAsync(_house.Acme, new AuditFilter(), AuditExportFormat.Csv)).Failure);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("Bob", "Bob")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    public void A_cell_is_no_formula_and_ends_where_it_ends(string? value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    [Theory]
    [InlineData("../x", "a b", "x'", "2026-13-01", "9999-12-31")]
    [InlineData("", "", "", "", "")]
    public void What_a_url_cannot_mean_is_left_out(string who, string action, string result, string from, string to) =>
        Assert.False(AuditFilter.Parse(who, action, result, from, to, " ").IsActive);

    private AuditContent Content(string target) => AuditChains.Content(target) with { OrganizationId = _house.Acme.Value };

    private async Task AppendAsync(AuditContent content)
    {
        var writer = AuditChains.Writer(_store, time: _time);
        await writer.AppendAsync(content);
    }

    private void Use(StoreProvider provider)
    {
        _store = TestStore.Open(provider);
        _service = new AuditService(_house.Get<IOrganizationGuard>(), _reader = new AuditReader(_store, NullLogger<AuditReader>.Instance), _house.Audit, _time);
        _house.SignIn(_house.Alice);
    }

    private async Task RecordAsync(int count)
    {
        var writer = AuditChains.Writer(_store, time: _time);
        for (var i = 0; i < count; i++)
        {
            await writer.AppendAsync(Content($"{i}") with { OrganizationId = _house.Acme.Value, ActorId = _house.Alice.Value, ActorName = "Alice Adams" });
        }
    }

    private async Task<string> ExportAsync(AuditExportFormat format)
    {
        using var stream = new MemoryStream();
        await (await _service.ExportAsync(_house.Acme, new AuditFilter(), format)).Value.WriteAsync(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
