using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Audit;

/// <summary>Whatever is done to the store by hand is found, with the place it was done to.</summary>
public sealed class AuditVerificationTests : IDisposable
{
    private TestStore _store = null!;

    public void Dispose() => _store.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_the_portal_wrote_is_intact(StoreProvider on)
    {
        await UseAsync(on, 7);

        var report = await AuditChains.VerifyAsync(_store);

        Assert.True(report.IsIntact);
        Assert.Equal((7L, 1L, 7L, 7L), (report.Records, report.First, report.Last, report.HeadSequence));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_empty_trail_is_intact(StoreProvider on)
    {
        await UseAsync(on, 0);

        Assert.True((await AuditChains.VerifyAsync(_store)).IsIntact);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_changed_record_is_found_whatever_was_changed(StoreProvider on)
    {
        string[] changes =
        [
            "\"TargetName\" = 'Eve'", "\"ActorId\" = NULL", "\"ActorName\" = ''", "\"At\" = \"At\" + 1", "\"Outcome\" = 'denied'", "\"Before\" = '{}'", "\"After\" = '{}'", "\"IpAddress\" = '::1'",
            "\"Reason\" = 'x'", "\"OrganizationId\" = NULL", "\"CorrelationId\" = 'x'", "\"Action\" = 'x'", "\"TargetKind\" = 'x'", "\"TargetId\" = 'x'", "\"IntentSequence\" = 1",
        ];
        await UseAsync(on, changes.Length);
        for (var i = 0; i < changes.Length; i++)
        {
            await TamperAsync($"UPDATE \"AuditRecords\" SET {changes[i]} WHERE \"Sequence\" = {i + 1}");
        }

        var report = await AuditChains.VerifyAsync(_store);

        Assert.Equal(Enumerable.Range(1, changes.Length).Select(i => ((long)i, "changed")), report.Findings.Select(finding => (finding.Sequence, finding.Kind)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_removed_record_leaves_a_gap(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" IN (3, 4)");

        await AssertFoundAsync((3, "removed"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Records_missing_at_the_beginning_are_found(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" < 3");

        await AssertFoundAsync((1, "removed"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Records_missing_at_the_end_are_found(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" > 5");

        await AssertFoundAsync((6, "removed"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_end_that_was_moved_back_is_found_by_its_seal(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" > 5");
        await TamperAsync("UPDATE \"AuditChains\" SET \"HeadSequence\" = 5, \"HeadHash\" = (SELECT \"Hash\" FROM \"AuditRecords\" WHERE \"Sequence\" = 5)");

        await AssertFoundAsync((5, "seal"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_moved_end_stays_on_record_after_the_portal_has_gone_on(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" > 5");
        await TamperAsync("UPDATE \"AuditChains\" SET \"HeadSequence\" = 5, \"HeadHash\" = (SELECT \"Hash\" FROM \"AuditRecords\" WHERE \"Sequence\" = 5)");
        var writer = AuditChains.Writer(_store);
        await writer.AppendAsync(AuditChains.Content());

        await AssertFoundAsync((6, "seal"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Records_that_changed_places_are_found(StoreProvider on)
    {
        await UseAsync(on, 7);
        await TamperAsync("UPDATE \"AuditRecords\" SET \"Sequence\" = -1 WHERE \"Sequence\" = 3");
        await TamperAsync("UPDATE \"AuditRecords\" SET \"Sequence\" = 3 WHERE \"Sequence\" = 4");
        await TamperAsync("UPDATE \"AuditRecords\" SET \"Sequence\" = 4 WHERE \"Sequence\" = -1");

        var report = await AuditChains.VerifyAsync(_store);

        Assert.Superset(new HashSet<(long, string)> { (3, "changed"), (4, "changed") }, report.Findings.Select(finding => (finding.Sequence, finding.Kind)).ToHashSet());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_inserted_record_is_found(StoreProvider on)
    {
        await UseAsync(on, 3);
        await TamperAsync("INSERT INTO \"AuditRecords\" (\"Sequence\", \"At\", \"Action\", \"TargetKind\", \"Outcome\", \"PreviousHash\", \"Hash\") VALUES (4, 0, 'member.remove', 'member', 'done', 'x', 'y')");

        await AssertFoundAsync((4, "inserted"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_chain_made_anew_without_the_key_is_found(StoreProvider on)
    {
        await UseAsync(on, 3, AuditChains.Hashes(AuditChains.Key));
        Assert.True((await AuditChains.VerifyAsync(_store, AuditChains.Hashes(AuditChains.Key))).IsIntact);

        await TamperAsync("DELETE FROM \"AuditRecords\"");
        await TamperAsync($"UPDATE \"AuditChains\" SET \"HeadSequence\" = 0, \"HeadHash\" = '{AuditChain.Genesis}', \"Seal\" = '', \"KeyId\" = NULL");
        var forger = AuditChains.Writer(_store);
        await forger.AppendAsync(AuditChains.Content("Forged"));

        var report = await AuditChains.VerifyAsync(_store, AuditChains.Hashes(AuditChains.Key));
        Assert.Equal((1L, "key"), Assert.Single(report.Findings.Select(finding => (finding.Sequence, finding.Kind))));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_key_may_be_changed_while_the_old_one_is_known(StoreProvider on)
    {
        await UseAsync(on, 2);
        const string next = "another-secret-of-the-tests-that-is-long";
        foreach (var hashes in new[] { AuditChains.Hashes(AuditChains.Key), AuditChains.Hashes(next, AuditChains.Key) })
        {
            var writer = AuditChains.Writer(_store, hashes);
            await writer.AppendAsync(AuditChains.Content());
        }

        var report = await AuditChains.VerifyAsync(_store, AuditChains.Hashes(next, AuditChains.Key));
        Assert.Empty(report.Findings);
        Assert.Equal((6L, 3L), (report.Records, report.KeyedFrom));
        Assert.Contains((await AuditChains.VerifyAsync(_store, AuditChains.Hashes(next))).Findings, finding => finding.Kind == "key");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_hash_that_was_noted_elsewhere_shows_a_chain_made_anew(StoreProvider on)
    {
        await UseAsync(on, 3);
        var noted = await AuditChains.VerifyAsync(_store);

        Assert.True((await AuditChains.VerifyAsync(_store, expected: (noted.HeadSequence, noted.HeadHash))).IsIntact);
        Assert.Equal("unexpected", Assert.Single((await AuditChains.VerifyAsync(_store, expected: (2, noted.HeadHash))).Findings).Kind);
        Assert.Equal("unexpected", Assert.Single((await AuditChains.VerifyAsync(_store, expected: (9, noted.HeadHash))).Findings).Kind);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Writers_at_the_same_instant_make_one_chain(StoreProvider on)
    {
        await UseAsync(on, 0);

        // Each has a gate of its own, as a node of its own would: only the store is shared.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(node => Task.Run(async () =>
        {
            var writer = AuditChains.Writer(_store);
            for (var i = 0; i < 10; i++)
            {
                await writer.AppendAsync(AuditChains.Content($"{node}-{i}"));
            }
        })));

        var report = await AuditChains.VerifyAsync(_store);
        Assert.Empty(report.Findings);
        Assert.Equal((40L, 40L), (report.Records, report.HeadSequence));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_retention_leaves_can_still_be_proved(StoreProvider on)
    {
        _store = TestStore.Open(on);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var writer = AuditChains.Writer(_store, time: time);
        for (var day = 0; day < 10; day++)
        {
            await writer.AppendAsync(AuditChains.Content($"{day}"));
            time.Advance(TimeSpan.FromDays(1));
        }

        using var retention = new AuditRetention(writer, Options.Create(new AuditOptions { RetentionDays = 4 }), time, NullLogger<AuditRetention>.Instance);
        Assert.Equal(6, await retention.RemoveAsync(CancellationToken.None));
        Assert.Equal(0, await retention.RemoveAsync(CancellationToken.None));

        var report = await AuditChains.VerifyAsync(_store);
        Assert.Empty(report.Findings);
        Assert.Equal((6L, 7L, 11L), (report.AnchorSequence, report.First, report.Last));

        await TamperAsync("DELETE FROM \"AuditRecords\" WHERE \"Sequence\" = 7");
        await AssertFoundAsync((7, "removed"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Entries_of_the_first_release_are_taken_into_the_chain_once(StoreProvider on)
    {
        await UseAsync(on, 0);
        await TamperAsync("INSERT INTO \"AuditEntries\" (\"At\", \"CompletedAt\", \"Action\", \"TargetKind\", \"TargetName\", \"Outcome\") VALUES (1000, 2000, 'member.remove', 'member', 'Bob', 'done')");
        var writer = AuditChains.Writer(_store);
        await new EarlierAuditEntries(writer, _store).StartAsync(CancellationToken.None);
        await new EarlierAuditEntries(writer, _store).StartAsync(CancellationToken.None);

        await using var context = _store.CreateDbContext();
        var taken = await context.AuditRecords.OrderBy(r => r.Sequence).ToListAsync();
        Assert.Equal([AuditActions.ImportEntries, AuditActions.RemoveMember], taken.Select(r => r.Action));
        Assert.Equal((2000L, "Bob", "done"), (taken[1].At.ToUnixTimeMilliseconds(), taken[1].TargetName, taken[1].Outcome));
        Assert.True((await AuditChains.VerifyAsync(_store)).IsIntact);
    }

    private async Task UseAsync(StoreProvider provider, int records, AuditHashes? hashes = null)
    {
        _store = TestStore.Open(provider);
        var writer = AuditChains.Writer(_store, hashes);
        for (var i = 0; i < records; i++)
        {
            await writer.AppendAsync(AuditChains.Content($"{i}"));
        }
    }

    private async Task TamperAsync(string sql)
    {
        await using var context = _store.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    private async Task AssertFoundAsync(params (long Sequence, string Kind)[] findings)
    {
        var report = await AuditChains.VerifyAsync(_store);

        Assert.False(report.IsIntact);
        Assert.Equal(findings, report.Findings.Select(finding => (finding.Sequence, finding.Kind)));
    }
}
