using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OrgPortal.Web.Store;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the portal.</summary>
internal sealed class PortalDbContextDesign : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PortalDbContext>().UseSqlite("Data Source=design.db").Options);
}
