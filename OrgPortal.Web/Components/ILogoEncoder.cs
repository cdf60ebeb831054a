namespace OrgPortal.Web.Components;

/// <summary>Makes a logo of our own of a file that somebody chose.</summary>
public interface ILogoEncoder
{
    /// <summary>
    /// A PNG of at most 512 by 512 pixels, transparent where the picture is; <see langword="null"/> for what is no PNG, JPEG or WebP by its first bytes, cannot be decoded, or has too many
    /// pixels. Nothing of the file but its pixels survives.
    /// </summary>
    Task<byte[]?> EncodeAsync(byte[] file, CancellationToken cancellationToken = default);
}
