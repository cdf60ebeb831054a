namespace OrgPortal.Web.App.Theme;

/// <summary>What the portal is called and looks like where it runs: section <c>Portal:Brand</c>.</summary>
public sealed class BrandOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Brand";

    /// <summary>What the portal is called, in page titles and at the head of pages; at most 60 characters.</summary>
    public string Name { get; set; } = "OrgPortal";

    /// <summary>A file with a logo (<c>svg</c>, <c>png</c>, <c>webp</c>, <c>jpg</c>, <c>gif</c>; at most 256 KB), absolute or below the content root. Read once at the start.</summary>
    public string? LogoFile { get; set; }

    /// <summary>The address of a logo instead of a file; comes through the portal, as all pictures do, and is no SVG.</summary>
    public string? LogoUrl { get; set; }

    /// <summary>The colour of buttons and links, <c>#rrggbb</c>; white text on it needs a contrast of 4.5 to 1. Its other tones follow from it.</summary>
    public string? Accent { get; set; }
}
