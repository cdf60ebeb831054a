using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrgPortal.Web.Store;

/// <summary>
/// Lets SQLite itself wait while somebody else writes: it looks again after a millisecond, then after a few. Without, the driver does, and sleeps for 150
/// milliseconds at a time, however soon the other is done.
/// </summary>
internal sealed class SqlitePatience : DbConnectionInterceptor
{
    // Milliseconds; the driver's own patience, of half a minute, begins after it.
    private const string Wait = "PRAGMA busy_timeout = 5000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Wait;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Wait;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
