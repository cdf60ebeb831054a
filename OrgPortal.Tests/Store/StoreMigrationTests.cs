using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Store;

public sealed class StoreMigrationTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public void The_migrations_are_complete(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        using var context = store.CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(context.Database.GetPendingMigrations());
    }

    [Fact]
    public void A_file_of_the_first_release_is_known_by_its_migrations()
    {
        using var store = new SqliteStore();
        using var context = store.CreateDbContext();

        Assert.Equal(
            ["20261124020052_Initial", "20261124021105_InvitationLinksAndLimits", "20261124032900_CreationNames"],
            context.Database.GetMigrations().Take(3));
    }

    [PostgresFact]
    public async Task Nodes_that_start_at_once_make_one_store()
    {
        await StartAllAsync(PostgresServer.Current.CreateDatabase());
    }

    [PostgresFact]
    public async Task Nodes_that_start_at_once_make_the_database_too()
    {
        await StartAllAsync(PostgresServer.Current.NameDatabase());
    }

    [Fact]
    public async Task A_store_of_an_earlier_version_is_brought_up_to_date()
    {
        using var store = new SqliteStore();
        await using (var context = store.CreateDbContext())
        {
            var latest = context.Database.GetMigrations().Last();
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().SkipLast(1).Last());
            Assert.Equal([latest], await context.Database.GetPendingMigrationsAsync());
        }

        await new StoreMigration(store).StartingAsync(CancellationToken.None);
        await new StoreMigration(store).StartingAsync(CancellationToken.None);

        await using var after = store.CreateDbContext();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await after.OperatorVisits.CountAsync());
    }

    [PostgresFact]
    public async Task What_one_node_protects_another_reads()
    {
        var database = PostgresServer.Current.CreateDatabase();
        await StartAllAsync(database);
        await using var first = Node(database);
        await using var second = Node(database);

        var secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("hello");

        Assert.Equal("hello", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
    }

    private static async Task StartAllAsync(string database)
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var node = Node(database);
            await node.GetServices<IHostedService>().OfType<StoreMigration>().Single().StartingAsync(CancellationToken.None);
        })));

        await using var context = new PostgreSqlPortalDbContext(PostgreSqlStore.OptionsFor(database));
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await context.Sessions.CountAsync());
    }

    private static ServiceProvider Node(string database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Provider"] = "postgresql", ["ConnectionStrings:Store"] = database })
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddDataProtection().SetApplicationName("OrgPortal");
        services.AddStore(configuration);
        return services.BuildServiceProvider();
    }
}
