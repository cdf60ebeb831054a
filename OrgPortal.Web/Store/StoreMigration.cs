using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OrgPortal.Web.Store;

/// <summary>
/// Brings the store up to date before anything else starts, and so before the first request. Several nodes may do it at once: the
/// migrations themselves wait for each other.
/// </summary>
internal sealed class StoreMigration(IDbContextFactory<PortalDbContext> store) : IHostedLifecycleService
{
    private const int Tries = 20;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        if (context is SqlitePortalDbContext)
        {
            MakeFolder(context.Database.GetConnectionString());
        }

        if (await IsUpToDateAsync(context, cancellationToken))
        {
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await context.Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (PostgresException exception) when (attempt < Tries && IsMadeByAnother(exception))
            {
                // Another node makes the same at this moment; what it has made is found at the next look.
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void MakeFolder(string? connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (file != ":memory:" && !file.StartsWith("file:", StringComparison.Ordinal) && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    // To migrate takes half a second of a start, also where there is nothing to do: it compares the whole model.
    private static async Task<bool> IsUpToDateAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*), MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"";
            await using var applied = await command.ExecuteReaderAsync(cancellationToken);
            return await applied.ReadAsync(cancellationToken) && applied.GetInt64(0) == known.Count && !applied.IsDBNull(1) && applied.GetString(1) == known[^1];
        }
        catch (DbException)
        {
            // There is no store yet.
            return false;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    // Creating a database and creating the table of migrations are not covered by the lock that the migrations take, and between two migrations
    // it is free for a moment. Each is a transaction: what fails has changed nothing.
    private static bool IsMadeByAnother(PostgresException exception) => exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.DuplicateTable
        or PostgresErrorCodes.DuplicateColumn or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ObjectInUse;
}
