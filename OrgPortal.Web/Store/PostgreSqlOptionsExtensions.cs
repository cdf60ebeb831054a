using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OrgPortal.Web.Store;

/// <summary>How the portal speaks to PostgreSQL.</summary>
public static class PostgreSqlOptionsExtensions
{
    /// <summary>
    /// PostgreSQL, without repeating: a statement whose answer was lost may have been executed, and leases, counters and the audit
    /// trail must not be written twice. Faults stay what the driver throws (the driver's own strategy would wrap some of them), so
    /// that both databases fail alike.
    /// </summary>
    public static DbContextOptionsBuilder<TContext> UsePostgreSql<TContext>(this DbContextOptionsBuilder<TContext> options, string connectionString)
        where TContext : DbContext
    {
        UsePostgreSql((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <inheritdoc cref="UsePostgreSql{TContext}"/>
    public static DbContextOptionsBuilder UsePostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)));
}
