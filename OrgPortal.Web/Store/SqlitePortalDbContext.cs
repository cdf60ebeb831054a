using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>The store in a SQLite file; has the migrations in <c>Store/Migrations/Sqlite</c>.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options);
