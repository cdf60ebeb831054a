using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Support;

/// <summary>The store in a database of its own on the test run's server.</summary>
public sealed class PostgreSqlStore : TestStore
{
    // As with files: the migrations run once, every store begins as a copy.
    private static readonly Lazy<string> Migrated = new(Migrate);

    private readonly string _connection;
    private readonly DbContextOptions<PostgreSqlPortalDbContext> _options;

    public PostgreSqlStore()
    {
        _connection = PostgresServer.Current.CreateDatabase(Migrated.Value);
        _options = OptionsFor(_connection);
    }

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Store:Provider"] = "PostgreSql", ["ConnectionStrings:Store"] = _connection };

    /// <summary>The options of a context on any database.</summary>
    public static DbContextOptions<PostgreSqlPortalDbContext> OptionsFor(string connection) =>
        new DbContextOptionsBuilder<PostgreSqlPortalDbContext>().UsePostgreSql(connection).Options;

    private protected override PortalDbContext Create() => new PostgreSqlPortalDbContext(_options);

    private protected override DbException Fault() => new NpgsqlException("The store is down.");

    // The server and all its databases go when the test run ends.
    private protected override void Delete()
    {
        using var connection = new NpgsqlConnection(_connection);
        NpgsqlConnection.ClearPool(connection);
    }

    private static string Migrate()
    {
        // A template must have no open connections.
        var connection = PostgresServer.Current.CreateDatabase() + ";Pooling=false";
        using var context = new PostgreSqlPortalDbContext(OptionsFor(connection));
        context.Database.Migrate();
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }
}
