namespace OrgPortal.Web.Images;

/// <summary>Pictures from other hosts: section <c>Portal:Images</c>.</summary>
public sealed class ImageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Images";

    /// <summary>
    /// Origins of the deployer's own (<c>https://files.example.internal</c>, with a port where it is not the scheme's), whose pictures are fetched although they are at
    /// an internal address, over plain HTTP or at another port. Default: none.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];
}
