using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>Brings the store up to date before the first request. Hosted services start before the server listens.</summary>
internal sealed class StoreMigration(IDbContextFactory<PortalDbContext> store) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && file != ":memory:" && !file.StartsWith("file:", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(folder);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
