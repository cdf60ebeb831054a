using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Support;

/// <summary>The store in a file of its own, deleted afterwards.</summary>
public sealed class SqliteStore : TestStore
{
    // The migrations run once a test run; every store begins as a copy of what they made.
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.db");
    private readonly string _connection;
    private readonly DbContextOptions<SqlitePortalDbContext> _options;

    public SqliteStore()
    {
        _connection = $"Data Source={_file}";
        _options = new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(_connection).Options;
        File.WriteAllBytes(_file, Migrated.Value);
    }

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Store:Provider"] = "Sqlite", ["ConnectionStrings:Store"] = _connection };

    private protected override PortalDbContext Create() => new SqlitePortalDbContext(_options);

    private protected override DbException Fault() => new SqliteException("The store is down.", 14);

    private protected override void Delete()
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
            using (var context = new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
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
