namespace OrgPortal.Web.Store;

/// <summary>Where the portal's own database is: section <c>Store</c>, and <c>ConnectionStrings:Store</c> beside it.</summary>
public sealed class StoreOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Store";

    /// <summary>The key of the connection string.</summary>
    public const string ConnectionStringKey = "ConnectionStrings:Store";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>; text, so that another word is answered with a sentence.</summary>
    public string Provider { get; set; } = nameof(StoreProvider.Sqlite);

    /// <summary>The kind of database; SQLite while <see cref="Provider"/> is no known word.</summary>
    public StoreProvider Kind => KindOf(Provider) ?? StoreProvider.Sqlite;

    /// <summary>The kind that a word names, in any case; nothing for an unknown one.</summary>
    public static StoreProvider? KindOf(string? provider) =>
        Enum.GetValues<StoreProvider>().Cast<StoreProvider?>().FirstOrDefault(kind => string.Equals(kind.ToString(), provider?.Trim(), StringComparison.OrdinalIgnoreCase));
}
