using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Invitations;

/// <summary>An import, turn by turn: the turns are taken here, as the scheduler would.</summary>
public sealed class InvitationImportTests : IDisposable
{
    private static readonly string Create = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.CreateAsync));
    private static readonly string Message = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.SendMessageAsync));
    private static readonly string List = FakeLogtoCalls.Name(nameof(IOrganizationInvitationsClient), nameof(IOrganizationInvitationsClient.ListByOrganizationAsync));

    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Everybody_in_it_is_invited_once_and_on_record()
    {
        var import = await StartAsync(50);

        Assert.Null(await TurnsAsync(import));

        var summary = await SummaryAsync(import);
        Assert.Equal((ImportState.Done, 50, 0), (summary.State, summary.Of(ImportRowState.Sent), summary.ToGo));
        AssertEverybodyOnce(50);
        Assert.Equal(50, _bed.Audit.Records.Count(record => record.Action == AuditActions.CreateInvitation && record.Outcome == "done"));
        Assert.Equal([AuditActions.StartImport, AuditActions.EndImport], _bed.Audit.Records.Where(record => record.Action.StartsWith("invitation.import", StringComparison.Ordinal)).Select(record => record.Action));
        Assert.Contains(nameof(Web.Events.InvitationImportsChanged), _bed.Announced);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task It_works_on_both_stores(StoreProvider on)
    {
        using var bed = new InvitationTestBed(on);
        var import = (await bed.Imports.StartAsync(bed.Acme, Form(bed, 30))).Value;

        await TurnsAsync(bed, import);

        var progress = (await bed.Imports.GetAsync(bed.Acme, import, new ImportQuery(ImportRowState.Sent, 1))).Value;
        Assert.Equal((30, 30, ImportState.Done), (progress.Rows.TotalCount, progress.Rows.Items.Count, progress.Summary.State));
        Assert.Single((await bed.Imports.ListAsync(bed.Acme)).Value);
        bed.Clock.Advance(TimeSpan.FromDays(31));
        await bed.Get<ImportUpkeep>().RunAsync(CancellationToken.None);
        Assert.Empty((await bed.Imports.ListAsync(bed.Acme)).Value);
        await using var context = bed.Store.CreateDbContext();
        Assert.Empty(context.InvitationImportRows);
    }

    [Fact]
    public async Task A_process_killed_between_Logtos_answer_and_the_journal_invites_nobody_twice()
    {
        var import = await StartAsync(10);
        // What a kill leaves behind: the rows are marked as being sent, one is invited and mailed, one is invited and has no link yet, the others had no turn.
        await SetAsync(import, ImportWords.Sending, 1, 2, 3);
        var mailed = _bed.Logto.AddInvitation(_bed.Acme, "Person0@example.com", _bed.Alice, null, _bed.Member);
        await _bed.Tokens.CreateAsync(_bed.Invitation(mailed), new InvitationMaker(_bed.Alice, "Alice Adams"), isMailed: true);
        _bed.Logto.AddInvitation(_bed.Acme, "person1@example.com", _bed.Alice, null, _bed.Member);
        _bed.Logto.Calls.Clear();

        await TurnsAsync(import);

        var rows = await RowsAsync(import);
        Assert.Equal([ImportWords.NotMailed, .. Enumerable.Repeat(ImportWords.Sent, 9)], rows.Select(row => row.State));
        Assert.Equal("unavailable", rows[0].Reason);
        Assert.Equal(10, _bed.Logto.Invitations.Count);
        Assert.Equal(9, _bed.Logto.Messages.Select(message => message.To).Distinct().Count());
        Assert.Equal((1, 8), (_bed.Logto.Calls.CountOf(List), _bed.Logto.Calls.CountOf(Create)));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_out_before_anything_is_sent_again()
    {
        var import = await StartAsync(3);
        _bed.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());

        var wait = await TurnAsync(import);

        Assert.Equal(TimeSpan.FromSeconds(15), wait);
        Assert.Equal(("unavailable", _bed.Clock.GetUtcNow() + wait), ((await SummaryAsync(import)).Reason, (await SummaryAsync(import)).WaitUntil));
        Assert.True(await TurnAsync(import) > TimeSpan.Zero);
        _bed.Clock.Advance(wait!.Value);
        await TurnsAsync(import);
        AssertEverybodyOnce(3);
        Assert.Equal(3, (await SummaryAsync(import)).Of(ImportRowState.Sent));
    }

    [Fact]
    public async Task When_Logto_asks_for_fewer_calls_the_whole_import_waits_as_long_as_it_says()
    {
        var import = await StartAsync(30);
        _bed.Logto.Calls.Fail(Create, new LogtoApiException(HttpStatusCode.TooManyRequests, null, "POST /organization-invitations", TimeSpan.FromSeconds(40)));

        var wait = await TurnAsync(import);

        Assert.Equal(TimeSpan.FromSeconds(40), wait);
        // At most those that were under way at the same moment.
        Assert.InRange(_bed.Logto.Calls.CountOf(Create), 1, 6);
        var summary = await SummaryAsync(import);
        Assert.Equal((ImportState.Running, "logto_rate_limit", _bed.Clock.GetUtcNow().AddSeconds(40)), (summary.State, summary.Reason, summary.WaitUntil!.Value));
        _bed.Clock.Advance(TimeSpan.FromSeconds(41));
        await TurnsAsync(import);
        AssertEverybodyOnce(30);
    }

    [Fact]
    public async Task A_mail_that_Logto_puts_off_goes_out_later_and_nobody_is_invited_again()
    {
        var import = await StartAsync(5);
        _bed.Logto.Calls.Fail(Message, new LogtoApiException(HttpStatusCode.TooManyRequests, null, "POST /organization-invitations/{id}/message", TimeSpan.FromSeconds(20)), 5);

        Assert.Equal(TimeSpan.FromSeconds(20), await TurnAsync(import));

        _bed.Clock.Advance(TimeSpan.FromSeconds(21));
        await TurnsAsync(import);
        AssertEverybodyOnce(5);
        Assert.Equal(5, (await SummaryAsync(import)).Of(ImportRowState.Sent));
    }

    [Fact]
    public async Task A_mail_that_Logto_puts_off_for_a_moment_is_waited_for()
    {
        var import = await StartAsync(5);
        _bed.Logto.Calls.Fail(Message, new LogtoApiException(HttpStatusCode.TooManyRequests, null, "POST /organization-invitations/{id}/message", TimeSpan.FromSeconds(2)));

        var turn = TurnAsync(import);
        while (!turn.IsCompleted)
        {
            _bed.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(turn, Task.Delay(1));
        }

        Assert.Null(await turn);
        AssertEverybodyOnce(5);
        // One more for the one that was put off, and nothing is asked again about rows that were interrupted.
        Assert.Equal((5, 6), (_bed.Logto.Calls.CountOf(Create), _bed.Logto.Calls.CountOf(Message)));
        Assert.Equal(1, _bed.Logto.Calls.CountOf(List));
    }

    [Fact]
    public async Task Nobody_waits_for_the_slowest_of_a_lot()
    {
        var import = await StartAsync(ImportWork.Lot + 10);
        var slowest = _bed.Logto.Calls.Hold(Create);

        var turn = TurnAsync(import);

        await UntilAsync(() => _bed.Logto.Messages.Count == ImportWork.Lot + 9);
        slowest.SetResult();
        await turn;
        AssertEverybodyOnce(ImportWork.Lot + 10);
    }

    [Fact]
    public async Task It_waits_for_the_next_day_where_a_days_mails_are_used_up()
    {
        using var bed = new InvitationTestBed(("Portal:Invitations:ImportedPerOrganizationAndDay", "4"));
        var import = (await bed.Imports.StartAsync(bed.Acme, Form(bed, 6))).Value;

        var wait = await bed.TurnAsync(import);

        Assert.Equal(TimeSpan.FromHours(13.5), wait);
        Assert.Equal(4, bed.Logto.Invitations.Count);
        bed.Clock.Advance(wait!.Value);
        await TurnsAsync(bed, import);
        Assert.Equal(6, bed.Logto.Messages.Count);
    }

    [Fact]
    public async Task Paused_it_rests_and_resumed_it_goes_on()
    {
        var import = await StartAsync(60);
        _bed.Logto.Calls.Before(Create, () => _bed.Imports.PauseAsync(_bed.Acme, import).GetAwaiter().GetResult());

        Assert.Null(await TurnAsync(import));

        var paused = await SummaryAsync(import);
        Assert.Equal((ImportState.Paused, ImportWork.Lot), (paused.State, paused.Handled));
        Assert.Null(await TurnAsync(import));
        Assert.Equal(ImportWork.Lot, _bed.Logto.Invitations.Count);

        _bed.Work.Started.Clear();
        Assert.False((await _bed.Imports.ResumeAsync(_bed.Acme, import)).IsFailure);
        Assert.Equal([import.ToString("N")], _bed.Work.Started);
        await TurnsAsync(import);
        AssertEverybodyOnce(60);
        Assert.Subset(_bed.Audit.Records.Select(record => record.Action).ToHashSet(), new HashSet<string> { AuditActions.PauseImport, AuditActions.ResumeImport });
    }

    [Fact]
    public async Task Cancelled_it_sends_no_more_and_another_one_may_begin()
    {
        var import = await StartAsync(60);
        Assert.Equal(RefusalReasons.ImportUnderWay, (await _bed.Imports.StartAsync(_bed.Acme, Form(_bed, 1))).Failure!.Code);
        await TurnAsync(import, CancelAfterLot(import));

        Assert.Equal((ImportState.Cancelled, 60 - ImportWork.Lot), ((await SummaryAsync(import)).State, (await SummaryAsync(import)).ToGo));
        Assert.Equal(RefusalReasons.ImportEnded, (await _bed.Imports.ResumeAsync(_bed.Acme, import)).Failure!.Code);
        Assert.False((await _bed.Imports.StartAsync(_bed.Acme, Form(_bed, 1))).IsFailure);

        Action CancelAfterLot(Guid id) => () => _bed.Logto.Calls.Before(Create, () => _bed.Imports.CancelAsync(_bed.Acme, id).GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData("right", "forbidden")]
    [InlineData("membership", "not_found")]
    [InlineData("account", "sign_in_required")]
    public async Task Whoever_loses_the_right_in_the_middle_sends_no_more(string what, string reason)
    {
        // Alice started it; whoever looks is another administrator.
        var import = await StartAsync(20);
        var ben = _bed.Logto.AddUser("ben@acme.example", "Ben");
        _bed.Logto.AddMember(_bed.Acme, ben, _bed.Admin);
        await SetAsync(import, ImportWords.Sent, [.. Enumerable.Range(1, 10)]);
        TakeAway(what);

        Assert.Null(await TurnAsync(import));

        _bed.SignIn(ben);
        var summary = await SummaryAsync(import);
        Assert.Equal((ImportState.Stopped, reason, 10), (summary.State, summary.Reason, summary.ToGo));
        Assert.Empty(_bed.Logto.Invitations);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.EndImport, Outcome: "failed" } && record.Reason == reason);
        Assert.Equal(RefusalReasons.ImportEnded, (await _bed.Imports.ResumeAsync(_bed.Acme, import)).Failure!.Code);
    }

    [Fact]
    public async Task A_role_that_grew_above_whoever_started_it_stops_it()
    {
        _bed.SignIn(_bed.Ina);
        var import = await StartAsync(5);
        var index = _bed.Logto.Roles.FindIndex(role => role.Id == _bed.Member);
        _bed.Logto.Roles[index] = _bed.Logto.Roles[index] with { Scopes = [.. _bed.Logto.Roles[index].Scopes, new("scope-delete:member", "delete:member")] };

        Assert.Null(await TurnAsync(import));

        var summary = await SummaryAsync(import);
        Assert.Equal((ImportState.Stopped, RefusalReasons.AboveOwnPermissions, "member"), (summary.State, summary.Reason, summary.Subject));
        Assert.Empty(_bed.Logto.Invitations);
    }

    [Fact]
    public async Task Whoever_was_taken_for_dead_does_nothing_more()
    {
        var import = await StartAsync(60);
        // Another node takes over while this one is in its first lot.
        _bed.Logto.Calls.Before(Create, () => Set(import, row => row.SetProperty(i => i.Turn, i => i.Turn + 1)));

        Assert.Null(await TurnAsync(import));

        Assert.Equal(ImportWork.Lot, _bed.Logto.Invitations.Count);
        await TurnsAsync(import);
        AssertEverybodyOnce(60);
    }

    [Fact]
    public async Task One_that_nobody_goes_on_with_is_asked_for_again()
    {
        var import = await StartAsync(1);
        _bed.Work.Started.Clear();
        await _bed.Get<ImportUpkeep>().RunAsync(CancellationToken.None);
        Assert.Empty(_bed.Work.Started);

        _bed.Clock.Advance(TimeSpan.FromMinutes(20));
        await _bed.Get<ImportUpkeep>().RunAsync(CancellationToken.None);

        Assert.Equal([import.ToString("N")], _bed.Work.Started);
    }

    [Fact]
    public async Task Another_organizations_import_is_not_there()
    {
        var import = await StartAsync(3);
        _bed.SignIn(_bed.Greta);
        Failure?[] answers =
        [
            (await _bed.Imports.GetAsync(_bed.Globex, import, new ImportQuery())).Failure,
            (await _bed.Imports.ExportAsync(_bed.Globex, import)).Failure,
            (await _bed.Imports.PauseAsync(_bed.Globex, import)).Failure,
            (await _bed.Imports.ResumeAsync(_bed.Globex, import)).Failure,
            (await _bed.Imports.CancelAsync(_bed.Globex, import)).Failure,
            (await _bed.Imports.GetAsync(_bed.Acme, import, new ImportQuery())).Failure,
        ];

        Assert.All(answers, answer => Assert.IsType<NotFound>(answer));
        Assert.Empty((await _bed.Imports.ListAsync(_bed.Globex)).Value);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_started()
    {
        _bed.SignIn(_bed.Bob);

        Assert.IsType<Forbidden>((await _bed.Imports.StartAsync(_bed.Acme, Form(_bed, 1))).Failure);
        Assert.Empty(_bed.Work.Started);
    }

    [Fact]
    public async Task A_role_above_ones_own_is_refused_as_a_whole()
    {
        _bed.SignIn(_bed.Ina);

        var refused = await _bed.Imports.StartAsync(_bed.Acme, new StartImportForm("x.csv", [new ImportEntry(1, "a@example.com", [_bed.Member]), new ImportEntry(2, "b@example.com", [_bed.Admin])]));

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "admin"), refused.Failure);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.StartImport, Outcome: "denied" });
        Assert.Empty(_bed.Work.Started);
    }

    [Fact]
    public async Task Without_a_record_nothing_is_started()
    {
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await _bed.Imports.StartAsync(_bed.Acme, Form(_bed, 1))).Failure);
        Assert.Empty((await _bed.Imports.ListAsync(_bed.Acme)).Value);
    }

    [Fact]
    public async Task Forms_that_cannot_be_used_are_refused()
    {
        Task<Result<Guid>> StartAsync(params ImportEntry[] entries) => _bed.Imports.StartAsync(_bed.Acme, new StartImportForm("x.csv", entries));

        Assert.IsType<Invalid>((await StartAsync()).Failure);
        Assert.IsType<Invalid>((await StartAsync(new ImportEntry(1, "nobody", [_bed.Member]))).Failure);
        Assert.IsType<Invalid>((await StartAsync(new ImportEntry(1, "a@example.com", []))).Failure);
        Assert.IsType<Invalid>((await StartAsync(new ImportEntry(1, "a@example.com", [_bed.Member], 31))).Failure);
        Assert.IsType<Invalid>((await StartAsync(new ImportEntry(1, "a@example.com", [_bed.Member]), new ImportEntry(2, "A@example.com", [_bed.Member]))).Failure);
    }

    [Fact]
    public async Task Ten_thousand_lines_are_checked_with_a_handful_of_calls()
    {
        _bed.Logto.AddInvitation(_bed.Acme, "person3@example.com", _bed.Alice, null, _bed.Member);
        _bed.Logto.AddInvitation(_bed.Acme, "person4@example.com", _bed.Alice, _bed.Clock.GetUtcNow().AddDays(-1), _bed.Member);
        ImportLine[] lines =
        [
            .. Enumerable.Range(0, 9_995).Select(i => new ImportLine(i + 1, $"person{i}@example.com", i % 2 == 0 ? "Member" : "", i == 7 ? "40" : "")),
            new(9_996, "BOB@acme.example", "", ""),
            new(9_997, "person1@example.com", "", ""),
            new(9_998, "kenji@acme", "", ""),
            new(9_999, "new@example.com", "Manager", ""),
            new(10_000, "newer@example.com", "member|admin", ""),
        ];
        _bed.Logto.Calls.Clear();
        _bed.SignIn(_bed.Ina);

        var facts = (await _bed.Imports.CheckAsync(_bed.Acme, [.. lines.Select(line => line.Address)])).Value;
        var clock = Stopwatch.StartNew();
        var rows = ImportJudge.Judge(lines, facts, [_bed.Member], 7);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
        Assert.InRange(_bed.Logto.Calls.Count, 1, 6);
        Assert.Equal(
            [
                (4, ImportVerdict.AlreadyInvited, null), (5, ImportVerdict.Renews, null), (8, ImportVerdict.InvalidExpiry, null), (9_996, ImportVerdict.AlreadyMember, null), (9_997, ImportVerdict.Duplicate, "2"),
                (9_998, ImportVerdict.InvalidAddress, null), (9_999, ImportVerdict.UnknownRole, "Manager"), (10_000, ImportVerdict.RoleAbove, "admin"),
            ],
            rows.Where(row => row.Verdict != ImportVerdict.Ready).Select(row => (row.Line.Number, row.Verdict, row.Detail)));
        Assert.Equal(ImportVerdict.NoRole, Assert.Single(ImportJudge.Judge([new ImportLine(1, "a@example.com", "", "")], facts, [], null)).Verdict);
    }

    [Fact]
    public async Task An_organization_too_large_to_compare_says_so()
    {
        for (var i = 0; i < 10_200; i++)
        {
            _bed.Logto.AddMember(_bed.Acme, _bed.Logto.AddUser($"m{i}@acme.example"), _bed.Member);
        }

        Assert.Null((await _bed.Imports.CheckAsync(_bed.Acme, [.. Enumerable.Range(0, 500).Select(i => $"m{i}@acme.example")])).Value.Members);
        Assert.Equal(["m1@acme.example"], (await _bed.Imports.CheckAsync(_bed.Acme, ["m1@acme.example", "x@acme.example"])).Value.Members!.Select(address => address.Value));
    }

    [Fact]
    public async Task An_expired_invitation_leads_on_to_the_new_one()
    {
        var old = await _bed.InviteAsync("person0@example.com");
        var token = _bed.MailedToken("person0@example.com");
        _bed.PassExpiry();

        await TurnsAsync(await StartAsync(1));

        var link = (await _bed.Tokens.FindAsync(token)).Value!;
        Assert.Equal((InvitationEnds.Renewed, _bed.Logto.Invitations.Single(invitation => invitation.Id != old).Id.Value), (link.EndedBecause, link.ReplacedByInvitationId));
    }

    [Fact]
    public async Task What_did_not_arrive_is_sent_again_each_with_its_own_outcome()
    {
        var expired = await _bed.InviteAsync("late@example.com");
        _bed.PassExpiry();
        _bed.Logto.HasEmailConnector = false;
        var unmailed = await _bed.InviteAsync("unmailed@example.com");
        _bed.Logto.HasEmailConnector = true;
        var fine = await _bed.InviteAsync("fine@example.com");

        var again = (await _bed.Imports.ListAgainAsync(_bed.Acme)).Value;
        var import = (await _bed.Imports.SendAgainAsync(_bed.Acme, [expired, unmailed, fine])).Value;
        await TurnsAsync(import);

        Assert.Equal([(unmailed, false), (expired, true)], again.Select(row => (row.Id, row.HasExpired)));
        Assert.Equal([("unmailed@example.com", ImportWords.Sent), ("late@example.com", ImportWords.Sent)], (await RowsAsync(import)).Select(row => (row.Address, row.State)));
        Assert.Equal(2, _bed.Logto.Messages.Count(message => message.To == "late@example.com"));
        Assert.DoesNotContain(_bed.Logto.Invitations, invitation => invitation.Id == expired);
        Assert.Empty((await _bed.Imports.ListAgainAsync(_bed.Acme)).Value);
        Assert.Equal(RefusalReasons.InvitationEnded, (await _bed.Imports.SendAgainAsync(_bed.Acme, [fine])).Failure!.Code);
    }

    [Fact]
    public async Task A_lines_language_and_note_go_with_its_mail_also_after_a_kill()
    {
        var letter = new Letter("zh-Hans", "Welcome <b>in</b>!");
        var import = (await _bed.Imports.StartAsync(_bed.Acme, new StartImportForm("x.csv", [new ImportEntry(1, "a@example.com", [_bed.Member], null, letter), new ImportEntry(2, "b@example.com", [_bed.Member], null, letter)]))).Value;
        await SetAsync(import, ImportWords.Sending, 1);
        _bed.Logto.AddInvitation(_bed.Acme, "a@example.com", _bed.Alice, null, _bed.Member);

        await TurnsAsync(import);

        Assert.Equal(["a@example.com", "b@example.com"], _bed.Logto.Messages.Select(message => message.To));
        Assert.All(_bed.Logto.Messages, message => Assert.Equal(("zh-CN", "Welcome ‹b›in‹/b›!"), (message.Message.Locale, message.Message.Note)));
    }

    [Fact]
    public void Lines_with_a_language_or_a_note_that_cannot_be_used_say_so()
    {
        var facts = new ImportFacts([], new HashSet<EmailAddress>(), new HashSet<EmailAddress>(), null);
        ImportVerdict Of(string language, string note) => ImportJudge.Judge([new ImportLine(1, "a@example.com", "", "", language, note)], facts with { Roles = [new(_bed.Logto.Roles[1], true, false, [])] }, [_bed.Member], null)[0].Verdict;

        Assert.Equal(
            [ImportVerdict.Ready, ImportVerdict.Ready, ImportVerdict.UnknownLanguage, ImportVerdict.InvalidNote, ImportVerdict.InvalidNote],
            [Of("", "Welcome"), Of("zh-CN", ""), Of("tlh", ""), Of("en", "see https://evil.example"), Of("", new string('x', Letter.LongestNote + 1))]);
    }

    [Fact]
    public async Task Whoever_started_it_is_told_of_its_end()
    {
        var import = await StartAsync(3);
        await TurnsAsync(import);

        await using var context = _bed.Store.CreateDbContext();
        var notice = Assert.Single(await context.Notices.AsNoTracking().ToListAsync());
        Assert.Equal((_bed.Alice.Value, "import.finished"), (notice.RecipientId, notice.Kind));
    }

    [Fact]
    public async Task The_result_file_holds_every_row_and_no_formula()
    {
        var import = (await _bed.Imports.StartAsync(_bed.Acme, new StartImportForm("=cmd.csv", [new ImportEntry(2, "+tag@example.com", [_bed.Member]), new ImportEntry(3, "bob@acme.example", [_bed.Member])]))).Value;
        await TurnsAsync(import);

        var file = (await _bed.Imports.ExportAsync(_bed.Acme, import)).Value;

        var lines = Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("line,email,result,reason,invitation_id", lines[0]);
        Assert.StartsWith("2,'+tag@example.com,sent,,", lines[1], StringComparison.Ordinal);
        Assert.Equal("3,bob@acme.example,already_member,already_member,", lines[2]);
    }

    private static StartImportForm Form(InvitationTestBed bed, int count) =>
        new("team.csv", [.. Enumerable.Range(0, count).Select(i => new ImportEntry(i + 2, $"Person{i}@example.com", [bed.Member]))]);

    private static async Task<TimeSpan?> TurnsAsync(InvitationTestBed bed, Guid import)
    {
        TimeSpan? next = TimeSpan.Zero;
        for (var turns = 0; next is { } wait && turns < 100; turns++)
        {
            bed.Clock.Advance(wait);
            next = await bed.TurnAsync(import);
        }

        return next;
    }

    private async Task<Guid> StartAsync(int count) => (await _bed.Imports.StartAsync(_bed.Acme, Form(_bed, count))).Value;

    private Task<TimeSpan?> TurnsAsync(Guid import) => TurnsAsync(_bed, import);

    private Task<TimeSpan?> TurnAsync(Guid import) => _bed.TurnAsync(import);

    private Task<TimeSpan?> TurnAsync(Guid import, Action before)
    {
        before();
        return _bed.TurnAsync(import);
    }

    private async Task<ImportSummary> SummaryAsync(Guid import) => (await _bed.Imports.GetAsync(_bed.Acme, import, new ImportQuery())).Value.Summary;

    private async Task<IReadOnlyList<InvitationImportRow>> RowsAsync(Guid import)
    {
        await using var context = _bed.Store.CreateDbContext();
        return await context.InvitationImportRows.AsNoTracking().Where(row => row.ImportId == import).OrderBy(row => row.Number).ToListAsync();
    }

    private async Task SetAsync(Guid import, string state, params int[] numbers)
    {
        await using var context = _bed.Store.CreateDbContext();
        await context.InvitationImportRows.Where(row => row.ImportId == import && numbers.Contains(row.Number)).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));
    }

    private void Set(Guid import, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<InvitationImport>> set)
    {
        using var context = _bed.Store.CreateDbContext();
        context.InvitationImports.Where(one => one.Id == import).ExecuteUpdate(set);
    }

    private void TakeAway(string what)
    {
        switch (what)
        {
            case "right":
                _bed.Logto.FindMember(_bed.Acme, _bed.Alice)!.Roles.Clear();
                break;
            case "membership":
                _bed.Logto.Members.RemoveAll(member => member.User == _bed.Alice);
                break;
            default:
                var index = _bed.Logto.Users.FindIndex(user => user.Id == _bed.Alice);
                _bed.Logto.Users[index] = _bed.Logto.Users[index] with { IsSuspended = true };
                break;
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience.Limit, "It has not come to that.");
            await Task.Delay(1);
        }
    }

    private void AssertEverybodyOnce(int count)
    {
        var expected = Enumerable.Range(0, count).Select(i => $"person{i}@example.com").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, _bed.Logto.Invitations.Select(invitation => invitation.Invitee).Order(StringComparer.Ordinal));
        Assert.Equal(expected, _bed.Logto.Messages.Select(message => message.To).Order(StringComparer.Ordinal));
    }
}
