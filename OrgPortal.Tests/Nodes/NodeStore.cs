namespace OrgPortal.Tests.Nodes;

/// <summary>The database that two nodes share.</summary>
internal sealed class NodeStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orgportal-");

    private NodeStore() =>
        Settings = new Dictionary<string, string> { ["ConnectionStrings__Store"] = $"Data Source={Path.Combine(_folder.FullName, "orgportal.db")}" };

    /// <summary>A folder for what else the nodes keep.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What the nodes must be told to use it, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public static Task<NodeStore> StartAsync() => Task.FromResult(new NodeStore());

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
