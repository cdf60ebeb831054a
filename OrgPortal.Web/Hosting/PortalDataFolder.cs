using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>The folder of the portal's files, made when first asked for.</summary>
public sealed class PortalDataFolder(IOptions<PortalOptions> options, IHostEnvironment environment)
{
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, options.Value.DataFolder)));

    /// <summary>Its absolute path; the folder itself may not be there yet.</summary>
    public string FullName => Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.DataFolder));

    /// <summary>The absolute path of a file or folder in it.</summary>
    public string PathOf(string name) => Path.Combine(_folder.Value.FullName, name);
}
