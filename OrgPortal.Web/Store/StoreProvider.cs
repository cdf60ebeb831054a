namespace OrgPortal.Web.Store;

/// <summary>The kinds of database the store can be in.</summary>
public enum StoreProvider
{
    /// <summary>A file: for one node.</summary>
    Sqlite,

    /// <summary>A server: for one node or several.</summary>
    PostgreSql,
}
