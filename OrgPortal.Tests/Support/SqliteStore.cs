using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Support;

/// <summary>The portal's real store in a file of its own, with the real migrations, deleted afterwards.</summary>
public sealed class SqliteStore : IDbContextFactory<PortalDbContext>, IDisposable
{
    // The migrations run once a test run; every store begins as a copy of what they made.
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.db");
    private readonly string _connection;
    private readonly DbContextOptions<PortalDbContext> _options;

    public SqliteStore()
    {
        _connection = $"Data Source={_file}";
        _options = new DbContextOptionsBuilder<PortalDbContext>().UseSqlite(_connection).Options;
        File.WriteAllBytes(_file, Migrated.Value);
    }

    /// <summary>When set, every use of the store fails as a lost database does.</summary>
    public bool IsDown { get; set; }

    public PortalDbContext CreateDbContext() =>
        IsDown ? throw new SqliteException("The store is down.", 14) : new PortalDbContext(_options);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        File.Delete(_file);
    }

    private static byte[] Migrate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.db");
        try
        {
            // The last connection to close moves the write-ahead log into the file.
            using (var context = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
            {
                context.Database.Migrate();
            }

            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
