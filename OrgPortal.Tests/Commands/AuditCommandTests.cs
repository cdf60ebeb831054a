using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Commands;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Commands;

public sealed class AuditCommandTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_intact_trail_is_exit_code_zero_and_nothing_is_changed(StoreProvider on)
    {
        using var store = await StoreAsync(on);
        var before = await StateAsync(store);

        var (code, words) = await RunAsync(store);

        Assert.Equal(0, code);
        Assert.StartsWith("The audit trail is intact.", words, StringComparison.Ordinal);
        Assert.Contains($"Newest: 3:{before.HeadHash}", words, StringComparison.Ordinal);
        Assert.Equivalent(before, await StateAsync(store), strict: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_changed_trail_is_exit_code_one_and_the_place(StoreProvider on)
    {
        using var store = await StoreAsync(on);
        await using (var context = store.CreateDbContext())
        {
            await context.Database.ExecuteSqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Eve' WHERE "Sequence" = 2""");
        }

        var (code, words) = await RunAsync(store);
        var (jsonCode, json) = await RunAsync(store, "--json");

        Assert.Equal((1, 1), (code, jsonCode));
        Assert.Contains("record 2: was changed", words, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        Assert.False(report.RootElement.GetProperty("isIntact").GetBoolean());
        Assert.Equal(2, report.RootElement.GetProperty("findings")[0].GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_exit_code_two_and_is_not_made()
    {
        var file = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.db");

        var (code, words) = await RunAsync("verify", "--ConnectionStrings:Store", $"Data Source={file}");

        Assert.Equal(2, code);
        Assert.Contains("The audit trail cannot be read:", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData]
    [InlineData("prove")]
    [InlineData("verify", "--expect")]
    [InlineData("verify", "--expect", "x")]
    [InlineData("verify", "--jsn")]
    [InlineData("verify", "now")]
    public async Task What_is_not_understood_is_exit_code_two_and_how_it_is_meant(params string[] args)
    {
        var (code, words) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.EndsWith($"See audit{(args is ["verify", ..] ? " verify" : "")} --help{Environment.NewLine}", words, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Two_portals_on_one_database_write_one_chain()
    {
        using var store = new PostgreSqlStore();
        var options = new PortalFactoryOptions();
        foreach (var (key, value) in store.Settings)
        {
            options.Settings[key] = value;
        }

        await using var first = await PortalFactory.StartAsync(options);
        await using var second = await PortalFactory.StartAsync(options);
        await Task.WhenAll(new[] { first, second }.Select(portal => Task.Run(async () =>
        {
            var writer = (OrgPortal.Web.Audit.AuditChainWriter)portal.Services.GetService(typeof(OrgPortal.Web.Audit.AuditChainWriter))!;
            await Task.WhenAll(Enumerable.Range(0, 15).Select(i => writer.AppendAsync(AuditChains.Content($"{i}"))));
        })));

        var report = await AuditChains.VerifyAsync(store);
        Assert.Empty(report.Findings);
        Assert.Equal(30, report.Records);
    }

    private static async Task<TestStore> StoreAsync(StoreProvider on)
    {
        var store = TestStore.Open(on);
        var writer = AuditChains.Writer(store);
        for (var i = 0; i < 3; i++)
        {
            await writer.AppendAsync(AuditChains.Content());
        }

        return store;
    }

    private static async Task<AuditChain> StateAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        return await context.AuditChains.AsNoTracking().SingleAsync();
    }

    private static Task<(int Code, string Words)> RunAsync(TestStore store, params string[] args) =>
        RunAsync(["verify", .. args, .. store.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! })]);

    private static async Task<(int Code, string Words)> RunAsync(params string[] args)
    {
        using var words = new StringWriter();
        var code = await CommandLine.RunAsync(["audit", .. args], new InvocationConfiguration { Output = words, Error = words });
        return (code, words.ToString());
    }
}
