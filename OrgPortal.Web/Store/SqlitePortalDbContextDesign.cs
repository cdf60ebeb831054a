using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OrgPortal.Web.Store;

/// <summary>Lets <c>dotnet ef</c> make migrations for SQLite without starting the portal.</summary>
internal sealed class SqlitePortalDbContextDesign : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=design.db").Options);
}
