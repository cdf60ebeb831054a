using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Support;

/// <summary>The portal's real store in a file of its own, with the real migrations, deleted afterwards.</summary>
public sealed class SqliteStore : IDbContextFactory<PortalDbContext>, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.db");
    private readonly DbContextOptions<PortalDbContext> _options;

    public SqliteStore()
    {
        _options = new DbContextOptionsBuilder<PortalDbContext>().UseSqlite($"Data Source={_file}").Options;
        using var context = CreateDbContext();
        context.Database.Migrate();
    }

    /// <summary>When set, every use of the store fails as a lost database does.</summary>
    public bool IsDown { get; set; }

    public PortalDbContext CreateDbContext() =>
        IsDown ? throw new SqliteException("The store is down.", 14) : new PortalDbContext(_options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }
}
