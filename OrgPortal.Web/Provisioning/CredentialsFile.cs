using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Provisioning;

/// <summary>
/// Where credentials are written: as JSON where the name ends in <c>.json</c> (for <c>SettingsFile</c>), else as lines of environment variables.
/// Readable for its owner alone. It takes the place of an older one in one step, so that nobody reads half of it.
/// </summary>
internal sealed class CredentialsFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly FileStream _file;

    private CredentialsFile(string path)
    {
        _path = Path.GetFullPath(path);
        _draft = $"{_path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(_draft, options);
    }

    /// <summary>Makes sure that it can be written, before anything is made that would have to be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public static CredentialsFile Open(string path) => new(path);

    public async Task WriteAsync(Credentials credentials)
    {
        await using (var writer = new StreamWriter(_file))
        {
            await writer.WriteAsync(_path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json(credentials) : Lines(credentials));
        }

        File.Move(_draft, _path, overwrite: true);
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_draft);
    }

    // Neither a shell nor Docker needs quotes: ids, secrets and addresses have no spaces.
    private static string Lines(Credentials credentials) =>
        string.Concat(credentials.Settings.Select(setting => $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}={setting.Value}\n"));

    private static string Json(Credentials credentials)
    {
        var root = new JsonObject();
        foreach (var (key, value) in credentials.Settings)
        {
            var parts = key.Split(':');
            var section = root;
            foreach (var part in parts[..^1])
            {
                section = section[part] as JsonObject ?? (JsonObject)(section[part] = new JsonObject());
            }

            section[parts[^1]] = value;
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
    }
}
