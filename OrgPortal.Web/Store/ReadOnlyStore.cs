using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>Looking at the store without leaving a trace.</summary>
internal static class ReadOnlyStore
{
    /// <summary>Opened for reading alone. Not even an empty file is made where there is none.</summary>
    public static async Task<PortalDbContext> OpenForReadingAsync(this IDbContextFactory<PortalDbContext> factory, CancellationToken cancellationToken = default)
    {
        var store = await factory.CreateDbContextAsync(cancellationToken);
        if (store is SqlitePortalDbContext)
        {
            store.Database.SetConnectionString(new SqliteConnectionStringBuilder(store.Database.GetConnectionString()) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        }

        return store;
    }
}
