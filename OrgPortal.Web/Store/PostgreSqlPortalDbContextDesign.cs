using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OrgPortal.Web.Store;

/// <summary>Lets <c>dotnet ef</c> make migrations for PostgreSQL without starting the portal, and without a server.</summary>
internal sealed class PostgreSqlPortalDbContextDesign : IDesignTimeDbContextFactory<PostgreSqlPortalDbContext>
{
    public PostgreSqlPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlPortalDbContext>().UsePostgreSql("Host=localhost;Database=design").Options);
}
