using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace OrgPortal.Web.Hosting;

/// <summary>
/// <c>SettingsFile</c> names a JSON file of further settings, such as the one that <c>provision --credentials</c> writes: secrets that stand in
/// no environment. The environment and the command line override it.
/// </summary>
internal static class SettingsFile
{
    /// <summary>The setting's name.</summary>
    public const string Key = "SettingsFile";

    /// <summary>Adds it, if one is named.</summary>
    /// <exception cref="StartException">It is not there.</exception>
    public static void AddTo(ConfigurationManager configuration)
    {
        if (configuration[Key] is not { Length: > 0 } named)
        {
            return;
        }

        var path = Path.GetFullPath(named);
        if (!File.Exists(path))
        {
            throw new StartException($"{Key} is '{named}', and there is no such file. Correct it or leave the key out; 'provision --apply --credentials {named}' writes one.");
        }

        // After the base settings, before everything else.
        configuration.Sources.Insert(1, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(Path.GetDirectoryName(path)!),
            Path = Path.GetFileName(path),
            Optional = false,
            ReloadOnChange = false,
        });
    }
}
