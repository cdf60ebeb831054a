using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace OrgPortal.Web.Store;

/// <summary>A connection string may hold a password: what is said about it never repeats more than a file's or a host's name.</summary>
internal sealed class StoreOptionsValidator(IConfiguration configuration) : IValidateOptions<StoreOptions>
{
    private const string PostgreSqlExample = "Host=db.example.com;Database=orgportal;Username=orgportal;Password=...";
    private const string SqliteExample = "Data Source=/var/lib/orgportal/orgportal.db";

    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        string[] failures = [.. StoreOptions.KindOf(options.Provider) switch
        {
            StoreProvider.Sqlite => Sqlite(ConnectionString),
            StoreProvider.PostgreSql => PostgreSql(ConnectionString),
            _ => [$"Store:Provider is '{options.Provider}', which is no database of the portal's. Set it to Sqlite or PostgreSql, or leave the key out for Sqlite."],
        }];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string? ConnectionString => configuration[StoreOptions.ConnectionStringKey];

    private static IEnumerable<string> Sqlite(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || TryRead(() => new SqliteConnectionStringBuilder(text)) is not null)
        {
            yield break;
        }

        yield return TryRead(() => new NpgsqlConnectionStringBuilder(text)) is { Host: { Length: > 0 } host }
            ? $"ConnectionStrings:Store names the server '{host}', but Store:Provider is Sqlite. Set Store:Provider to PostgreSql, or ConnectionStrings:Store to a file such as {SqliteExample}."
            : $"ConnectionStrings:Store cannot be read. Set it to something like {SqliteExample}, or leave the key out.";
    }

    private static IEnumerable<string> PostgreSql(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"Store:Provider is PostgreSql, but ConnectionStrings:Store is not set. Set it to something like {PostgreSqlExample}.";
            yield break;
        }

        if (TryRead(() => new NpgsqlConnectionStringBuilder(text)) is not { } connection)
        {
            yield return TryRead(() => new SqliteConnectionStringBuilder(text)) is { DataSource: { Length: > 0 } file }
                ? $"ConnectionStrings:Store names the file '{file}', but Store:Provider is PostgreSql. Set ConnectionStrings:Store to something like {PostgreSqlExample}, or Store:Provider to Sqlite."
                : $"ConnectionStrings:Store cannot be read. Set it to something like {PostgreSqlExample}.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(connection.Host) || LooksLikeAFile(connection.Host))
        {
            yield return $"Store:Provider is PostgreSql, but ConnectionStrings:Store names {(string.IsNullOrWhiteSpace(connection.Host) ? "no server" : $"'{connection.Host}', which looks like a file")}. "
                + $"Set it to something like {PostgreSqlExample}, or Store:Provider to Sqlite.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(connection.Database))
        {
            yield return $"ConnectionStrings:Store names the server '{connection.Host}', but no database. Add Database=orgportal to it.";
        }
    }

    // "Data Source" is a word of both: for SQLite a file, for PostgreSQL the server. A path of a socket's folder is a server too.
    private static bool LooksLikeAFile(string host) =>
        Path.GetExtension(host) is ".db" or ".sqlite" or ".sqlite3" || host == ":memory:";

    private static T? TryRead<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }
}
