using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Support;

/// <summary>The portal's real store, with the real migrations, for one test.</summary>
public abstract class TestStore : IDbContextFactory<PortalDbContext>, IDisposable
{
    /// <summary>When set, every use of the store fails as a lost database does.</summary>
    public bool IsDown { get; set; }

    /// <summary>The settings of a portal that uses this store.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>A store in the given kind of database.</summary>
    public static TestStore Open(StoreProvider provider) => provider == StoreProvider.PostgreSql ? new PostgreSqlStore() : new SqliteStore();

    public PortalDbContext CreateDbContext() => IsDown ? throw Fault() : Create();

    /// <summary>What people were told in the portal: the kind of each notice and whom it is for, in the order they were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told()
    {
        using var context = CreateDbContext();
        return [.. context.Notices.AsNoTracking().OrderBy(notice => notice.Id).AsEnumerable().Select(notice => (notice.Kind, notice.RecipientId))];
    }

    public void Dispose()
    {
        Delete();
        GC.SuppressFinalize(this);
    }

    private protected abstract PortalDbContext Create();

    private protected abstract DbException Fault();

    private protected abstract void Delete();
}
