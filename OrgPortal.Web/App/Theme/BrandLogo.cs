using System.Security.Cryptography;

namespace OrgPortal.Web.App.Theme;

/// <summary>The deployer's own logo, read from a file.</summary>
/// <param name="Content">The file.</param>
/// <param name="ContentType">What it is, by the file's name.</param>
internal sealed record BrandLogo(byte[] Content, string ContentType)
{
    /// <summary>Bytes: it stands on every page.</summary>
    public const int LongestFile = 256 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml", [".png"] = "image/png", [".webp"] = "image/webp", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
    };

    /// <summary>Changes with the content, so that browsers may keep it for good.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 8));

    /// <summary>What kind of picture the name tells of; <see langword="null"/> for none.</summary>
    public static string? TypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>Reads the file; the settings were checked before.</summary>
    public static BrandLogo Read(string path) => new(File.ReadAllBytes(path), TypeOf(path)!);
}
